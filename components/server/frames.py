"""A page speaks in binary messages; whoever sends text is no page."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

UNSUPPORTED = 1003  # RFC 6455


class BinaryFrames:
    """Ends the line of whoever sends text: Streamlit would fail over it, with a traceback in the log each time."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def binary() -> Message:
            message = await receive()
            if message["type"] != "websocket.receive" or message.get("bytes") is not None:
                return message
            await send({"type": "websocket.close", "code": UNSUPPORTED})
            return {"type": "websocket.disconnect", "code": UNSUPPORTED}

        await self.app(scope, binary, send)
