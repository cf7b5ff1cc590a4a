"""The first file of a page: Streamlit's own, with the view's title, words for link previews, and the picture itself.

Streamlit sends the same empty file for every address and draws in the browser, seconds later on a slow line. The server
knows the address, so this file says and shows already what the page will show; it steps back as soon as the page has
drawn itself. A view is drawn once and kept; one that has to be laid out first is sent without its picture, which is
then made for the next visitor, so that nobody waits in a line.
"""

import asyncio
import gzip
import re
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from starlette.datastructures import Headers, QueryParams
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components.picture.plot_script import SCRIPT
from components.picture.theme import palette
from components.server.announcement import begins_with_a_picture
from components.server.base_path import below_the_base
from components.server.encodings import takes
from components.server.first_scripts import SCRIPTS
from components.server.first_view import FirstView, first_view
from components.server.site import site_of
from components.server.static_files import STREAMLIT

MOST_KEPT = 400
MOST_DRAWN_AT_ONCE = 4  # more would keep threads from what everybody waits for
PATIENCE = 0.15  # seconds that a visitor may wait for a picture that was not drawn before
TITLE = "<title>Streamlit</title>"
ROOT = '<div id="root">'
_SHEET = re.compile(r'<link rel="stylesheet"[^>]*>')


@dataclass(frozen=True)
class _File:
    """A first file as it is and compressed, and its mark. It goes with whoever holds it: one with words that somebody
    typed is held by nobody."""

    plain: bytes
    packed: bytes
    mark: str


def _file_of(body: bytes) -> _File:
    return _File(body, gzip.compress(body, compresslevel=6, mtime=0), f'W/"{sha256(body).hexdigest()[:20]}"')


class FirstFile:
    """Answers for the addresses of pages; everything else is left to `app`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept: OrderedDict[str, _File] = OrderedDict()
        self._drawings: dict[str, asyncio.Future[_File]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_headers = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        view = None
        if request_headers:
            path = below_the_base(scope["path"])
            query = QueryParams(scope["query_string"].decode("latin-1"))
            # In a thread, so that many new addresses at once keep nobody's probe waiting.
            view = None if path is None else await asyncio.to_thread(first_view, path.removeprefix("/"), query)
        if view is None:
            await self.app(scope, receive, send)
            return
        file = await self._file(view, site_of(scope))
        await _answer(file, Headers(scope=scope))(scope, receive, send)

    async def _file(self, view: FirstView, root: str) -> _File:
        key = f"{root} {view.address} {view.shows}"
        found = self._kept.get(key)
        if found is not None:
            return found
        if key not in self._drawings and len(self._drawings) >= MOST_DRAWN_AT_ONCE:
            return _file_of(written(view, root, ""))
        drawing = self._drawings.get(key) or asyncio.ensure_future(self._draw(view, root, key))
        self._drawings[key] = drawing
        done, _ = await asyncio.wait({drawing}, timeout=PATIENCE)
        return drawing.result() if done else _file_of(written(view, root, ""))

    async def _draw(self, view: FirstView, root: str, key: str) -> _File:
        """The file with its picture, kept for the next visitor where it may be."""
        try:
            file = _file_of(written(view, root, await asyncio.to_thread(view.picture)))
        finally:
            self._drawings.pop(key, None)
        if view.is_kept:
            self._kept[key] = file
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return file


@cache
def streamlits_file() -> str:
    """Streamlit's first file as it is installed."""
    return (STREAMLIT / "index.html").read_text("utf-8")


@cache
def style() -> str:
    """How the first sight looks, in the colours of both themes."""
    light, dark = palette("light"), palette("dark")
    named = {"ink-in-the-light": light.ink, "ink-in-the-dark": dark.ink, "ground-in-the-dark": dark.background}
    variables = "".join(f"--{name}: {colour};" for name, colour in named.items())
    return f":root {{ {variables} }}\n{Path(__file__).with_suffix('.css').read_text('utf-8')}"


def written(view: FirstView, root: str, picture: str) -> bytes:
    """The first file of a view: its title and description, where it is, its picture as a preview and on the page."""
    address = f"{root}{view.address}"
    told = {
        "og:type": "website",
        "og:site_name": "AWS Data Landscape",
        "og:title": view.title,
        "og:description": view.description,
        "og:url": address,
    }
    if view.preview:
        told["og:image"] = f"{root}{view.preview}"
    meta = "".join(f'<meta property="{name}" content="{escape(text)}">' for name, text in told.items())
    path = view.address.partition("?")[0]
    about = f' data-page="{escape(path.rstrip("/"))}"'
    about += f' data-plot="{SCRIPT}"' if begins_with_a_picture(path, view.address) else ""
    head = (
        f"<title>{escape(view.title)} · AWS Data Landscape</title>"
        f'<meta name="description" content="{escape(view.description)}">'
        f'<link rel="canonical" href="{escape(address)}">{meta}<style>{style()}</style>'
        # Above all that may never come: a script below a style sheet waits for it.
        + "".join(f"<script{about}>{script}</script>" for script in SCRIPTS)
    )
    words = f'<p class="title">{escape(view.title)}</p><p>{escape(view.description)}</p>'
    look = f"picture {path[1:]}" if picture else "words"
    sight = f'<div id="first-sight" class="{look}" aria-hidden="true">{picture or words}</div>' if view.shows else ""
    page, sheets = without_sheets(streamlits_file())
    # What stands above a style sheet is painted before it has come.
    return page.replace(TITLE, head, 1).replace(ROOT, sight + sheets + ROOT, 1).encode()


def without_sheets(page: str) -> tuple[str, str]:
    """A page without its links to style sheets, and these."""
    return _SHEET.sub("", page), "".join(_SHEET.findall(page))


def _answer(file: _File, request_headers: Headers) -> Response:
    headers = {"Cache-Control": "no-cache", "ETag": file.mark, "Vary": "Accept-Encoding, Host"}
    if file.mark in request_headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if takes(request_headers.get("accept-encoding", ""), "gzip"):
        return Response(file.packed, media_type="text/html", headers=headers | {"Content-Encoding": "gzip"})
    return Response(file.plain, media_type="text/html", headers=headers)
