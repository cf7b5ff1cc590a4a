"""Files that never change under their name: Streamlit's own scripts, styles and fonts, the plot's script, and ours.

Each is compressed once for all visitors, as well as a browser takes it, and kept by browsers for good.
"""

import asyncio
import gzip
import mimetypes
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Literal

import brotli
import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components.picture.plot_script import SCRIPT
from components.scripts.bundle import bundle, bundle_address
from components.server.base_path import below_the_base
from components.server.encodings import takes
from components.server.packed_plot import PLOT_SCRIPT, pack, packed_by_the_installation

Coding = Literal["br", "gzip", "identity"]
FOREVER = "public, max-age=31536000, immutable"
PACKED = frozenset({".woff2", ".png", ".gif", ".jpg"})  # compressed already
STREAMLIT = Path(st.__file__).parent / "static"
QUALITY = 9  # of Brotli; the next one takes seconds for a file of a megabyte

PLOT = f"/{SCRIPT}"

_ENCODED: dict[tuple[str, Coding], tuple[bytes, str]] = {}


@cache
def known_files() -> dict[str, Callable[[], bytes]]:
    """What reads every file, by its path below the app: only what is listed here is ever opened."""
    streamlits = {
        f"/{path.relative_to(STREAMLIT).as_posix()}": path.read_bytes for path in (STREAMLIT / "static").rglob("*.*")
    }
    return {**streamlits, PLOT: PLOT_SCRIPT.read_bytes, f"/{bundle_address()}": lambda: bundle().encode()}


class StaticFiles:
    """Answers for the known files before `app` is asked; everything else is left to it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            path = below_the_base(scope["path"]) or ""
            if path in known_files():
                await (await _answer(path, Headers(scope=scope)))(scope, receive, send)
                return
        await self.app(scope, receive, send)


async def _answer(path: str, request_headers: Headers) -> Response:
    """A known file, as the browser takes it best; 304 where it has it already."""
    coding = _coding(path, request_headers.get("accept-encoding", ""))
    body, mark = await asyncio.to_thread(encoded, path, coding)
    headers = {"Cache-Control": FOREVER, "ETag": mark, "Vary": "Accept-Encoding"}
    if mark in request_headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if coding != "identity":
        headers["Content-Encoding"] = coding
    return Response(body, media_type=_media_type(path), headers=headers)


def encoded(path: str, coding: Coding) -> tuple[bytes, str]:
    """A file in a coding, made once, and its mark."""
    if (path, coding) not in _ENCODED:
        plain = known_files()[path]()
        _ENCODED[path, coding] = _compressed(path, plain, coding), f'"{sha256(plain).hexdigest()[:16]}-{coding}"'
    return _ENCODED[path, coding]


def _compressed(path: str, plain: bytes, coding: Coding) -> bytes:
    if coding == "br":
        installed = packed_by_the_installation() if path == PLOT else None
        return installed or brotli.compress(plain, quality=QUALITY)
    return gzip.compress(plain, compresslevel=9, mtime=0) if coding == "gzip" else plain


def pack_the_plot_best() -> None:
    """Compress the largest file once more, as well as it goes in seconds: no start and no visitor waits for it."""
    if packed_by_the_installation() is None:
        _, mark = encoded(PLOT, "br")
        _ENCODED[PLOT, "br"] = pack(), mark


def _coding(path: str, accepted: str) -> Coding:
    if PurePosixPath(path).suffix in PACKED:
        return "identity"
    return "br" if takes(accepted, "br") else "gzip" if takes(accepted, "gzip") else "identity"


def _media_type(path: str) -> str:
    return "text/javascript" if path.endswith(".js") else mimetypes.guess_type(path)[0] or "application/octet-stream"
