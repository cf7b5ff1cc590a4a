"""The catalog and its schema over HTTP: written and compressed once, and sent again only to whoever has another one."""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from components.exports.selection import export_schema
from components.server.encodings import takes
from data.catalog import catalog
from data.export import catalog_as_json, catalog_schema

KEPT = "public, max-age=300, must-revalidate"


@dataclass(frozen=True)
class Text:
    """An answer as it is and compressed, and the mark that tells it from any other."""

    plain: bytes
    compressed: bytes
    mark: str


@cache
def catalog_text() -> Text:
    """The catalog as JSON."""
    return _text(catalog_as_json(catalog()))


@cache
def schema_text() -> Text:
    """The JSON Schema of the catalog."""
    return _text(catalog_schema())


def catalog_version() -> str:
    """A short mark of the catalog's content, the same in every replica that shows the same."""
    return catalog_text().mark


def _text(value: object) -> Text:
    plain = json.dumps(value, ensure_ascii=False).encode()
    return Text(plain, gzip.compress(plain, compresslevel=9, mtime=0), sha256(plain).hexdigest()[:16])


async def catalog_json(request: Request) -> Response:
    """The whole catalog."""
    return _answer(request, catalog_text(), "application/json")


async def catalog_schema_json(request: Request) -> Response:
    """The JSON Schema of the whole catalog."""
    return _answer(request, schema_text(), "application/schema+json")


@cache
def export_schema_text() -> Text:
    """The JSON Schema of the JSON that is taken along."""
    return _text(export_schema())


async def export_schema_json(request: Request) -> Response:
    """The JSON Schema of a view that was taken along."""
    return _answer(request, export_schema_text(), "application/schema+json")


def _answer(request: Request, text: Text, media_type: str) -> Response:
    is_compressed = takes(request.headers.get("accept-encoding", ""), "gzip")
    mark = f'"{text.mark}-gzip"' if is_compressed else f'"{text.mark}"'
    headers = {"Cache-Control": KEPT, "ETag": mark, "Vary": "Accept-Encoding"}
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if mark in known or "*" in known:
        return Response(status_code=304, headers=headers)
    if is_compressed:
        headers["Content-Encoding"] = "gzip"
    return Response(text.compressed if is_compressed else text.plain, media_type=media_type, headers=headers)
