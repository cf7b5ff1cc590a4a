"""What the server does beside the pages: the routes, the plot script, compression, security headers, and a warm
start."""

import asyncio
import gc
import gzip
import json
import sys
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

from components.exports.atom import changes_as_atom
from components.picture.graph_files import SCRIPT
from components.search.answer import search_answer
from components.server.headers import SecurityHeaders
from components.server.warm import import_components, warm_up
from data.catalog import catalog
from data.export import catalog_as_json, catalog_schema
from data.loading.reading import CatalogError
from data.search import search

FRAME = Path(__file__).resolve().parent / "script.py"
FOREVER = "public, max-age=31536000, immutable"


async def health(_: Request) -> Response:
    """200 and the counts of the catalog."""
    given = catalog()
    counts = {
        "services": len(given.services),
        "connections": len(given.connections),
        "use_cases": len(given.use_cases),
        "terms": len(given.terms),
    }
    return JSONResponse({"status": "ok", **counts}, headers={"Cache-Control": "no-store"})


async def catalog_json(_: Request) -> Response:
    """The whole catalog."""
    return Response(_catalog_text(), media_type="application/json")


async def catalog_schema_json(_: Request) -> Response:
    """The JSON Schema of the whole catalog."""
    return Response(_schema_text(), media_type="application/schema+json")


async def changes_feed(request: Request) -> Response:
    """What changed in the catalog, as an Atom feed with addresses of the host that was asked."""
    return Response(
        changes_as_atom(catalog(), str(request.base_url).rstrip("/")),
        media_type="application/atom+xml",
        headers={"Vary": "Host"},
    )


async def plot_script(request: Request) -> Response:
    """Plotly's script, as it ships in the package, compressed once for all visitors."""
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(
            _compressed_plot_script(), media_type="text/javascript", headers=headers | {"Content-Encoding": "gzip"}
        )
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
        Route("/api/search", search_answer),
        Route("/changes.atom", changes_feed),
        Route(f"/{SCRIPT}", plot_script),
    ]


def middleware() -> list[Middleware]:
    """Security headers around compression around everything."""
    return [Middleware(SecurityHeaders), Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)]


def stop_if_the_catalog_is_broken() -> None:
    """Read the catalog before the server starts; a broken one ends the process with its one error, which lists every
    problem, and nothing around it."""
    try:
        catalog()
    except CatalogError as error:
        sys.exit(str(error))


@asynccontextmanager
async def lifespan(_: "st.App") -> AsyncIterator[None]:
    """Import every module, and lay out what most visitors see first."""
    await asyncio.to_thread(_warm)
    yield


def _warm() -> None:
    import_components()
    catalog()
    _compressed_plot_script()
    _catalog_text()
    search(catalog(), "warm")
    warm_up()
    # Streamlit collects garbage after every run. What is alive now stays alive: frozen, it is not searched again each
    # time (50 ms a click).
    gc.collect()
    gc.freeze()
