"""Files that never change under their name: Streamlit's own scripts, styles and fonts, and the plot's script.

Each is compressed once for all visitors, as well as a browser takes it, and kept by browsers for good.
"""

import asyncio
import gzip
import mimetypes
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

import brotli
import plotly
import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components.picture.plot_script import SCRIPT
from components.server.base_path import below_the_base
from components.server.encodings import takes

Coding = Literal["br", "gzip", "identity"]
FOREVER = "public, max-age=31536000, immutable"
PACKED = frozenset({".woff2", ".png", ".gif", ".jpg"})  # compressed already
PLOT_SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
STREAMLIT = Path(st.__file__).parent / "static"
QUALITY, BEST_QUALITY = 9, 10  # of Brotli; the better one takes seconds for a file of a megabyte


_PACKED_BEST: dict[Path, bytes] = {}


@cache
def known_files() -> dict[str, Path]:
    """Every file by its path below the app: only what is listed here is ever opened."""
    own = {f"/{path.relative_to(STREAMLIT).as_posix()}": path for path in (STREAMLIT / "static").rglob("*.*")}
    return {**own, f"/{SCRIPT}": PLOT_SCRIPT}


class StaticFiles:
    """Answers for the known files before `app` is asked; everything else is left to it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            path = known_files().get(below_the_base(scope["path"]) or "")
            if path is not None:
                await (await _answer(path, Headers(scope=scope)))(scope, receive, send)
                return
        await self.app(scope, receive, send)


async def _answer(path: Path, request_headers: Headers) -> Response:
    """A known file, as the browser takes it best; 304 where it has it already."""
    coding = _coding(path, request_headers.get("accept-encoding", ""))
    body, mark = await asyncio.to_thread(encoded, path, coding)
    headers = {"Cache-Control": FOREVER, "ETag": mark, "Vary": "Accept-Encoding"}
    if mark in request_headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if coding != "identity":
        headers["Content-Encoding"] = coding
    return Response(body, media_type=_media_type(path), headers=headers)


@lru_cache(maxsize=1024)
def encoded(path: Path, coding: Coding) -> tuple[bytes, str]:
    """A file in a coding, made once, and its mark."""
    plain = path.read_bytes()
    body = plain
    if coding == "br":
        body = _PACKED_BEST.get(path) or brotli.compress(plain, quality=QUALITY)
    elif coding == "gzip":
        body = gzip.compress(plain, compresslevel=9, mtime=0)
    return body, f'"{sha256(plain).hexdigest()[:16]}-{coding}"'


def pack_the_plot_best() -> None:
    """Compress the largest file once more, as well as it goes in seconds: no start and no visitor waits for it."""
    _PACKED_BEST[PLOT_SCRIPT] = brotli.compress(PLOT_SCRIPT.read_bytes(), quality=BEST_QUALITY)
    encoded.cache_clear()


def _coding(path: Path, accepted: str) -> Coding:
    if path.suffix in PACKED:
        return "identity"
    return "br" if takes(accepted, "br") else "gzip" if takes(accepted, "gzip") else "identity"


def _media_type(path: Path) -> str:
    return (
        "text/javascript" if path.suffix == ".js" else mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    )
