"""Tells the browser with the first file of a page what it will load besides Streamlit's scripts: those of the parts of
the page, and the plot's where a picture is drawn."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.frame.menu import PAGES
from components.picture.plot_script import SCRIPT
from components.scripts.bundle import bundle_address
from components.server.base_path import base_path, below_the_base

PATHS = frozenset(f"/{page.path}".rstrip("/") for page in PAGES)
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
        page = None if path is None else path.rstrip("/")
        if page not in PATHS:
            await self.app(scope, receive, send)
            return
        app = to_the_app(scope["path"])
        links = [f"<{app}{bundle_address()}>; rel=modulepreload"]
        if page in PAGES_WITH_A_PICTURE:
            links.append(f"<{app}{SCRIPT}>; rel=preload; as=script")

        async def with_links(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                message["headers"] = [*message["headers"], (b"link", ", ".join(links).encode())]
            await send(message)

        await self.app(scope, receive, with_links)


def to_the_app(path: str) -> str:
    """The way from a page to the folder of the app, in relative steps: a proxy may have taken a part of the path
    away."""
    below = below_the_base(path)
    if not below:  # The app's own path without a slash at its end.
        return f"{base_path().rpartition('/')[2]}/"
    return "../" * (below.count("/") - 1) or "./"
