"""Tells the browser with the first file of a page what it will load besides Streamlit's scripts: those of the parts of
the page, and the plot's where a picture is drawn."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.frame.menu import PAGES
from components.picture.plot_script import SCRIPT
from components.scripts.bundle import bundle_address
from components.server.base_path import below_the_base

PATHS = frozenset(f"/{page.path}" for page in PAGES)
PAGES_WITH_A_PICTURE = frozenset({"", "/use-cases", "/compare", "/choose"})
BEGIN_WITH_A_CHOICE = frozenset({"/use-cases", "/compare"})  # without a parameter there is nothing to draw yet


def begins_with_a_picture(path: str, address: str) -> bool:
    """Whether the page of an address (its path is `path`) draws a picture at once."""
    page = path.rstrip("/")
    return page in PAGES_WITH_A_PICTURE and (page not in BEGIN_WITH_A_CHOICE or address != path)


class Announcement:
    """Adds a `Link` header to the first file of a page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = below_the_base(scope["path"]) if scope["type"] == "http" else None
        if path not in PATHS:
            await self.app(scope, receive, send)
            return
        # Beside the page, wherever that is: a proxy may have taken a part of the path away.
        links = [f"<./{bundle_address()}>; rel=modulepreload"]
        if path.rstrip("/") in PAGES_WITH_A_PICTURE:
            links.append(f"<./{SCRIPT}>; rel=preload; as=script")

        async def with_links(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                message["headers"] = [*message["headers"], (b"link", ", ".join(links).encode())]
            await send(message)

        await self.app(scope, receive, with_links)
