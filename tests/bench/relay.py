"""A wire between browser and server: it counts the bytes sent to the browser, compressed as they are, and can be as
slow and as far as a visitor's. The browser's own limits would not hold for websockets."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from tests.conftest import free_port

FAST = float("inf")


class Relay:
    """`sent` and `got` are the bytes that went to the browser and came from it; `url` is where it listens. `rate`
    (bytes a second, for all connections together) and `delay` (seconds) hold for each way."""

    def __init__(self, target: str, rate: float = FAST, delay: float = 0) -> None:
        self.sent = self.got = 0
        self._rate, self._delay = rate, delay
        self._free = [0.0, 0.0]  # when each way has passed on what it was given
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

    async def _pass(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, way: int) -> None:
        loop = asyncio.get_running_loop()
        while part := await _read(source):
            self.sent += way * len(part)
            self.got += (1 - way) * len(part)
            self._free[way] = max(self._free[way], loop.time()) + len(part) / self._rate
            loop.call_at(self._free[way] + self._delay, _write, sink, part)
            await asyncio.sleep(self._free[way] - loop.time())
        loop.call_at(max(self._free[way], loop.time()) + self._delay, sink.close)


async def _read(source: asyncio.StreamReader) -> bytes:
    """The next part; none where the other side has gone, as a browser does that closes a page."""
    try:
        return await source.read(16384)
    except ConnectionError:
        return b""


def _write(sink: asyncio.StreamWriter, part: bytes) -> None:
    if not sink.is_closing():
        sink.write(part)


@contextmanager
def relay(target: str, rate: float = FAST, delay: float = 0) -> Iterator[Relay]:
    """A relay before the server at `target`, for as long as it is used."""
    running, loop = Relay(target, rate, delay), asyncio.new_event_loop()
    loop.create_task(running.serve())
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield running
    finally:
        loop.call_soon_threadsafe(_end, loop)
        thread.join(5)
        loop.close()


def _end(loop: asyncio.AbstractEventLoop) -> None:
    """Cancel what still runs, and stop once it has ended."""
    loop.set_exception_handler(lambda *_: None)  # what is cut off in the middle complains
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    asyncio.gather(*tasks, return_exceptions=True).add_done_callback(lambda _: loop.stop())
