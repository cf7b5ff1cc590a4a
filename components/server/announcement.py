"""Tells the browser with the first file of a page that draws a picture to load the plot's script beside Streamlit's."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.picture.graph_files import SCRIPT
from components.server.base_path import base_path, below_the_base

PAGES_WITH_A_PICTURE = frozenset({"", "/use-cases", "/compare", "/choose"})


class Announcement:
    """Adds a `Link` header to the first file of these pages."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        base = base_path()
        path = below_the_base(scope["path"]) if scope["type"] == "http" else None
        if path is None or path.rstrip("/") not in PAGES_WITH_A_PICTURE:
            await self.app(scope, receive, send)
            return
        link = f"<{base}/{SCRIPT}>; rel=preload; as=script".encode()

        async def with_link(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                message["headers"] = [*message["headers"], (b"link", link)]
            await send(message)

        await self.app(scope, receive, with_link)
