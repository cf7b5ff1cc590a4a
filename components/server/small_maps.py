"""The small maps of cards over HTTP: drawn once, and kept by browsers for a while."""

from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.exports.small_map import small_map_of_connection, small_map_of_services, small_map_of_use_case
from components.picture.theme import Mode
from components.worker.worker import WorkerError
from data.catalog import catalog

KEPT = "private, max-age=3600"
MOST = 8  # services


async def small_map(request: Request) -> Response:
    """The map that an address names: `small-map/use-case.svg?use_case=ID`, `connection.svg?connection=ID` or
    `services.svg?service=ID`."""
    try:
        drawing = await run_in_threadpool(_drawing, request)
    except (KeyError, ValueError):
        return PlainTextResponse("No such map\n", status_code=404, headers={"Cache-Control": "no-store"})
    except WorkerError:
        headers = {"Cache-Control": "no-store", "Retry-After": "5"}
        return PlainTextResponse("The map cannot be drawn now\n", status_code=503, headers=headers)
    mark = f'W/"{sha256(drawing).hexdigest()[:20]}"'
    headers = {"Cache-Control": KEPT, "ETag": mark}
    if mark in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(drawing, media_type="image/svg+xml", headers=headers)


def _drawing(request: Request) -> bytes:
    known, mode, parameters = catalog(), _mode(request), request.query_params
    match request.path_params["file"]:
        case "use-case.svg":
            return small_map_of_use_case(known, known.use_cases[parameters.get("use_case", "")].id, mode)
        case "connection.svg":
            return small_map_of_connection(known, known.connections[parameters.get("connection", "")].id, mode)
        case "services.svg":
            services = tuple(dict.fromkeys(known.services[given].id for given in parameters.getlist("service")[:MOST]))
            return small_map_of_services(known, services, mode) if services else _nothing()
    return _nothing()


def _mode(request: Request) -> Mode:
    return "dark" if request.query_params.get("theme") == "dark" else "light"


def _nothing() -> bytes:
    raise ValueError("no such map")
