"""Small packets are sent at once.

Streamlit's socket does not name its protocol, so asyncio leaves Nagle's algorithm on: the second part of an answer or
of a run waits until the browser has acknowledged the first, which it does 40 ms later.
"""

import socket
from asyncio import base_events


def send_at_once() -> None:
    """Let asyncio turn the waiting off on every TCP connection, whether or not its socket names the protocol."""
    setattr(base_events, "_set_nodelay", _without_waiting)  # noqa: B010 - not declared for others


def _without_waiting(connection: socket.socket) -> None:
    if connection.family in {socket.AF_INET, socket.AF_INET6} and connection.type == socket.SOCK_STREAM:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
