"""Small packets are sent at once, nobody's bytes are read for long at a time, and visitors are let in one by one.

Streamlit's socket does not name its protocol, so asyncio leaves Nagle's algorithm on: the second part of an answer or
of a run waits until the browser has acknowledged the first, which it does 40 ms later.

What asyncio reads of a connection at a time is worked through before it turns to another one. In its 256 kB there is
room for forty thousand pings of a websocket, which take a second.

Where no file handle is left, asyncio tries again for each of the two thousand connections that may wait, plans as many
further tries, and tells of each.
"""

import socket
from asyncio import base_events, selector_events
from typing import Any

READ_AT_A_TIME = 16 * 1024  # bytes


def send_at_once() -> None:
    """Let asyncio turn the waiting off on every TCP connection, whether or not its socket names the protocol."""
    setattr(base_events, "_set_nodelay", _without_waiting)  # noqa: B010 - not declared for others


def read_little_at_a_time() -> None:
    """Let asyncio turn to the other connections after few bytes of one."""
    transport: type = getattr(selector_events, "_SelectorTransport")  # noqa: B009 - not declared for others
    setattr(transport, "max_size", READ_AT_A_TIME)  # noqa: B010


def let_in_one_by_one() -> None:
    """Let asyncio try for one connection at a time, and where that fails, again in a second."""
    loop: type = selector_events.BaseSelectorEventLoop
    accept = getattr(loop, "_accept_connection")  # noqa: B009 - not declared for others

    def one(self: object, protocol: object, sock: object, context: object, server: object, _: int, *more: Any) -> None:
        accept(self, protocol, sock, context, server, 1, *more)

    setattr(loop, "_accept_connection", one)  # noqa: B010


def _without_waiting(connection: socket.socket) -> None:
    if connection.family in {socket.AF_INET, socket.AF_INET6} and connection.type == socket.SOCK_STREAM:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
