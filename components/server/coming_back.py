"""A click on a page that has just come back is done after the page is there again.

A page that connects to another process, or after its session is over, is run anew. A click that arrives meanwhile would
stop that run before the part that was clicked is known to the new session, and be lost; so it waits for the end of it.
"""

import asyncio
from collections import deque

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 20.0  # seconds that a click waits at most
LONGEST_END_OF_A_RUN = 400  # bytes; longer messages tell of what is drawn


class ComingBack:
    """Holds the questions of a page that has come back until its first run is over."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and _has_been_here(scope):
            order = _Order(receive, send)
            try:
                await self.app(scope, order.receive, order.send)
            finally:
                order.close()
        else:
            await self.app(scope, receive, send)


def _has_been_here(scope: Scope) -> bool:
    """Whether a page names the session that it had: the third of its subprotocols."""
    named = next((value for name, value in scope["headers"] if name == b"sec-websocket-protocol"), b"")
    return len([part for part in named.split(b",") if part.strip()]) > 2


class _Order:
    """The messages of one page, in the order in which they are let through."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._held: deque[Message] = deque()
        self._coming: asyncio.Task[Message] | None = None
        self._is_run = False
        self._is_over = asyncio.Event()

    async def receive(self) -> Message:
        while True:
            if self._held and self._is_over.is_set():
                return self._held.popleft()
            message = await self._next()
            if message is None:
                self._is_over.set()
            elif self._is_over.is_set() or not _is_question(message):
                return message
            elif self._is_run:
                self._held.append(message)
            else:
                self._is_run = True
                return message

    async def _next(self) -> Message | None:
        """The next message of the page; None where the run ended before one came, or took too long."""
        self._coming = self._coming or asyncio.ensure_future(self._receive())
        if self._held:
            over = asyncio.ensure_future(self._is_over.wait())
            await asyncio.wait({self._coming, over}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
            over.cancel()
            if not self._coming.done():
                return None
        message = await self._coming
        self._coming = None
        return message

    def close(self) -> None:
        """Wait for no further message."""
        if self._coming is not None:
            self._coming.cancel()

    async def send(self, message: Message) -> None:
        if self._is_run and not self._is_over.is_set() and _ends_a_run(message):
            self._is_over.set()
        await self._send(message)


def _is_question(message: Message) -> bool:
    sent = BackMsg()
    try:
        sent.ParseFromString(message.get("bytes") or b"")
    except DecodeError:
        return False
    return sent.WhichOneof("type") == "rerun_script"


def _ends_a_run(message: Message) -> bool:
    data = message.get("bytes") or b""
    if not 0 < len(data) < LONGEST_END_OF_A_RUN:
        return False
    told = ForwardMsg()
    try:
        told.ParseFromString(data)
    except DecodeError:
        return False
    return told.WhichOneof("type") == "script_finished"
