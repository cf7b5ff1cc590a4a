"""A page speaks in binary messages, and says few things at a time; whoever does otherwise is no page."""

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.logs import tell

UNSUPPORTED, AGAINST_THE_RULES = 1003, 1008  # RFC 6455
MOST_A_SECOND = 100  # a page says a few things a second while somebody drags a slider
MOST_BYTES_A_SECOND = 32_000_000  # each time a page says all that stands in its fields, a pasted template too


class PageFrames:
    """Ends the line of whoever sends text, over which Streamlit would fail with a traceback in the log, and of whoever
    sends without end: the messages that have come are worked through before anybody else is heard."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        pace = _Pace()

        async def of_a_page() -> Message:
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            data = message.get("bytes")
            if data is None:
                code = UNSUPPORTED
            elif pace.is_too_fast(len(data)):
                tell("a page sent too many messages at once", logging.WARNING)
                code = AGAINST_THE_RULES
            else:
                return message
            await send({"type": "websocket.close", "code": code})
            return {"type": "websocket.disconnect", "code": code}

        await self.app(scope, of_a_page, send)


class _Pace:
    """Counts the messages of one page and their bytes, second by second."""

    def __init__(self) -> None:
        self._second, self._count, self._bytes = 0.0, 0, 0

    def is_too_fast(self, size: int) -> bool:
        now = time.monotonic()
        if now - self._second >= 1:
            self._second, self._count, self._bytes = now, 0, 0
        self._count += 1
        self._bytes += size
        return self._count > MOST_A_SECOND or self._bytes > MOST_BYTES_A_SECOND
