"""Counts what really goes over the wire: a relay between browser and server that adds up the bytes sent to the browser,
compressed as they are."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from tests.conftest import free_port


class Relay:
    """`sent` is the number of bytes that went to the browser so far; `url` is where it listens."""

    def __init__(self, target: str) -> None:
        self.sent = 0
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._target = urlsplit(target).port or 80

    async def serve(self) -> None:
        """Relay until cancelled."""
        server = await asyncio.start_server(self._meet, "127.0.0.1", self.port)
        async with server:
            await server.serve_forever()

    async def _meet(self, browser: asyncio.StreamReader, to_browser: asyncio.StreamWriter) -> None:
        app, to_app = await asyncio.open_connection("127.0.0.1", self._target)
        await asyncio.gather(self._pass(browser, to_app, 0), self._pass(app, to_browser, 1), return_exceptions=True)

    async def _pass(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, counted: int) -> None:
        while part := await source.read(65536):
            self.sent += counted * len(part)
            sink.write(part)
            await sink.drain()
        sink.close()


@contextmanager
def relay(target: str) -> Iterator[Relay]:
    """A relay before the server at `target`, for as long as it is used."""
    running, loop = Relay(target), asyncio.new_event_loop()
    task = loop.create_task(running.serve())
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield running
    finally:
        loop.call_soon_threadsafe(task.cancel)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
