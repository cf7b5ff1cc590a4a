"""What the server does beside the pages: three routes, the plot script, compression, security headers, and a warm start."""

import asyncio
import gzip
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import plotly
import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.plotly_graph import SCRIPT
from components.warm import warm_up
from data.catalog import catalog
from data.export import catalog_as_json, catalog_schema

FRAME = Path(__file__).resolve().parent / "frame.py"
EMBEDDING_HOSTS = "LANDSCAPE_FRAME_ANCESTORS"
FOREVER = "public, max-age=31536000, immutable"


async def health(_: Request) -> Response:
    """200 and the counts of the catalog."""
    of = catalog()
    counts = {"services": len(of.services), "connections": len(of.connections), "use_cases": len(of.use_cases), "terms": len(of.terms)}
    return JSONResponse({"status": "ok", **counts}, headers={"Cache-Control": "no-store"})


async def catalog_json(_: Request) -> Response:
    """The whole catalog."""
    return Response(_catalog_text(), media_type="application/json")


async def catalog_schema_json(_: Request) -> Response:
    """The JSON Schema of the whole catalog."""
    return Response(_schema_text(), media_type="application/schema+json")


async def plot_script(request: Request) -> Response:
    """Plotly's script, as it ships in the package, compressed once for all visitors."""
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(_compressed_plot_script(), media_type="text/javascript", headers=headers | {"Content-Encoding": "gzip"})
    return Response(_plot_script(), media_type="text/javascript", headers=headers)


@cache
def _catalog_text() -> str:
    return json.dumps(catalog_as_json(catalog()), ensure_ascii=False)


@cache
def _schema_text() -> str:
    return json.dumps(catalog_schema(), ensure_ascii=False)


@cache
def _plot_script() -> bytes:
    return (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_bytes()


@cache
def _compressed_plot_script() -> bytes:
    return gzip.compress(_plot_script(), compresslevel=9)


def routes() -> list[Route]:
    """What the server answers beside the pages."""
    return [
        Route("/healthz", health),
        Route("/api/catalog.json", catalog_json),
        Route("/api/catalog.schema.json", catalog_schema_json),
        Route(f"/{SCRIPT}", plot_script),
    ]


class SecurityHeaders:
    """Sends the headers that a security review asks for with every response.

    The app may be framed by itself and by the hosts of the environment variable `LANDSCAPE_FRAME_ANCESTORS` (space-separated, as in a content security
    policy); `frame-ancestors` says so, because `X-Frame-Options` cannot name hosts. Streamlit needs inline styles, and components run from `blob:`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        hosts = " ".join(os.environ.get(EMBEDDING_HOSTS, "").replace(";", " ").replace(",", " ").split())
        policy = {
            "default-src": "'self'",
            "script-src": "'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            "connect-src": "'self' ws: wss: blob: data:",
            "worker-src": "'self' blob:",
            "media-src": "'self' blob: data:",
            "object-src": "'none'",
            "base-uri": "'self'",
            "form-action": "'self'",
            "frame-src": "'self'",
            "frame-ancestors": f"'self' {hosts}".strip(),
        }
        self.headers = [
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"strict-origin-when-cross-origin"),
            (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"content-security-policy", "; ".join(f"{name} {value}" for name, value in policy.items()).encode()),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in self.headers}
                message["headers"] = [(n, v) for n, v in message["headers"] if n.lower() not in ours] + self.headers
            await send(message)

        await self.app(scope, receive, with_headers)


def middleware() -> list[Middleware]:
    """Security headers around compression around everything."""
    return [Middleware(SecurityHeaders), Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)]


@asynccontextmanager
async def lifespan(_: "st.App") -> AsyncIterator[None]:
    """Read the catalog (a broken one stops the start with its one error) and lay out what most visitors see first."""
    await asyncio.to_thread(_warm)
    yield


def _warm() -> None:
    catalog()
    _compressed_plot_script()
    _catalog_text()
    warm_up()
