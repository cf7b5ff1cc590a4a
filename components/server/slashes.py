"""A page has no slash at its end, and the app's own path has one: from what has it otherwise the browser is led there,
in relative steps, because a proxy may have taken a part of the path away.

Streamlit's first file names its scripts relative to the page, so below another slash they would all be missing.
"""

from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.server.base_path import base_path, below_the_base


class Slashes:
    """Leads GET and HEAD requests to the address with the right slashes; everything else is left to `app`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        way = way_to_the_right_slash(scope["path"]) if scope["type"] == "http" else ""
        if not way or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        query = scope["query_string"].decode("latin-1")
        to = way + (f"?{query}" if query else "")
        await RedirectResponse(to, status_code=301, headers={"Cache-Control": "no-cache"})(scope, receive, send)


def way_to_the_right_slash(path: str) -> str:
    """The relative way from a path to the one with the right slashes; empty where there is none."""
    below = below_the_base(path)
    if below == "":
        return f"{base_path().rpartition('/')[2]}/"
    if below is None or below == "/" or not below.endswith("/") or "//" in below:
        return ""
    return f"../{quote(below.rstrip('/').rpartition('/')[2])}"
