"""What the server answers to a search: `GET /api/search?q=` with hits as JSON. A query is kept nowhere."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from data.catalog import catalog
from data.search import LONGEST_QUERY, Hit, search
from data.search.hits import KINDS

MOST = 24


def search_answer(request: Request) -> Response:
    """The best hits of the query `q`, at most 24, best first; an empty list where there is none or nothing was
    asked."""
    query = request.query_params.get("q", "")[:LONGEST_QUERY]
    return JSONResponse(
        {"hits": [_as_json(hit) for hit in search(catalog(), query, MOST)]}, headers={"Cache-Control": "no-store"}
    )


def link(hit: Hit) -> str:
    """The address that opens a hit, relative to the app's root."""
    parameters = urlencode(hit.place.parameters)
    return hit.place.path + (f"?{parameters}" if parameters else "")


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.found,
        "label": KINDS[hit.found],
        "id": hit.id,
        "name": hit.name,
        "part": hit.part,
        "sentence": [{"text": piece.text, "marked": piece.marked} for piece in hit.sentence],
        "url": link(hit),
        "missing": list(hit.missing),
    }
