"""Connections do not wait for an acknowledgement before they send on, nor the others for those who find no room."""

import asyncio
import errno
import logging
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from components.server.at_once import let_in_one_by_one, send_at_once
from components.server.logs import OnceAMinute


def test_a_connection_to_a_socket_that_names_no_protocol_sends_at_once() -> None:
    send_at_once()
    with ThreadPoolExecutor() as threads:  # the browser of other tests keeps a loop in this one
        assert threads.submit(asyncio.run, _sends_at_once()).result()


async def _sends_at_once() -> bool:
    met: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    async def meet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        accepted = writer.get_extra_info("socket")
        met.set_result(bool(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
        writer.close()

    listening = socket.socket(family=socket.AF_INET)  # as Streamlit makes it
    listening.bind(("127.0.0.1", 0))
    async with await asyncio.start_server(meet, sock=listening):
        _, writer = await asyncio.open_connection("127.0.0.1", listening.getsockname()[1])
        answer = await asyncio.wait_for(met, 10)
        writer.close()
    return answer


class _NoHandleLeft:
    """A listening socket of a process that may open no further file."""

    tries = 0

    def accept(self) -> None:
        self.tries += 1
        raise OSError(errno.EMFILE, "Too many open files")

    def fileno(self) -> int:
        return -1


def test_where_no_handle_is_left_one_try_and_one_line_are_enough() -> None:
    let_in_one_by_one()
    loop: Any = asyncio.new_event_loop()
    listening = _NoHandleLeft()
    told: list[str] = []
    loop.set_exception_handler(lambda _, context: told.append(context["message"]))
    loop._remove_reader = lambda _: None
    for _ in range(3):
        loop._accept_connection(None, listening, None, None, 2048)
    loop.close()
    assert listening.tries == len(told) == 3
    once = OnceAMinute()
    records = [logging.makeLogRecord({"name": "asyncio", "msg": message}) for message in (*told, "another")]
    assert [once.filter(record) for record in records] == [True, False, False, True]
