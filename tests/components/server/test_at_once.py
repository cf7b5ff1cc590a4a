"""Connections do not wait for an acknowledgement before they send on."""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from components.server.at_once import send_at_once


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
