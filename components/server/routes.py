"""What the server does beside the pages: the routes, the plot script, and what stands around all of it."""

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from components.exports.atom import changes_as_atom
from components.exports.selection import SCHEMA
from components.search.answer import search_answer
from components.server.announcement import Announcement
from components.server.base_path import base_path
from components.server.capacity import Doorkeeper
from components.server.catalog_answers import catalog_json, catalog_schema_json, export_schema_json
from components.server.coming_back import ComingBack
from components.server.encodings import Encodings
from components.server.exports import export
from components.server.first_file import FirstFile
from components.server.frames import PageFrames
from components.server.headers import SecurityHeaders
from components.server.metrics import metrics
from components.server.origins import OriginGate
from components.server.probes import health, readiness
from components.server.secure_transport import SecureTransport
from components.server.sign_in import SignIn
from components.server.site import site_of
from components.server.slashes import Slashes
from components.server.small_maps import small_map
from components.server.static_files import StaticFiles
from components.server.unknown_paths import ClosedPaths, MissingFile, unknown_below_own_folders
from components.server.uploads import UploadGate
from components.server.watch import Watch
from data.catalog import catalog


async def changes_feed(request: Request) -> Response:
    """What changed in the catalog, as an Atom feed with addresses as whoever asks sees them."""
    return Response(
        changes_as_atom(catalog(), site_of(request.scope)),
        media_type="application/atom+xml",
        headers={"Vary": "Host"},
    )


def routes() -> list[BaseRoute]:
    """What the server answers beside the pages, below the path of the app; the probes answer at the root as well, where
    whoever runs the process asks for them."""
    probes = [Route("/healthz", health), Route("/readyz", readiness), Route("/metrics", metrics)]
    own = [
        *probes,
        Route("/api/catalog.json", catalog_json),
        Route("/api/catalog.schema.json", catalog_schema_json),
        Route(f"/{SCHEMA}", export_schema_json),
        Route("/api/search", search_answer),
        Route("/changes.atom", changes_feed),
        Route("/export/{file}", export),
        Route("/small-map/{file}", small_map),
        *unknown_below_own_folders(),
    ]
    below = [Route(base_path() + route.path, route.endpoint, methods=list(route.methods or ())) for route in own]
    return [*below, *(probes if base_path() else []), MissingFile()]


def middleware() -> list[Middleware]:
    """From the outside in: who watches, who turns away, and compression around everything."""
    return [
        Middleware(Watch),
        Middleware(SecureTransport),
        Middleware(SecurityHeaders),
        Middleware(ClosedPaths),
        Middleware(Slashes),
        Middleware(OriginGate),
        Middleware(SignIn),
        Middleware(Doorkeeper),
        Middleware(PageFrames),
        Middleware(ComingBack),
        Middleware(UploadGate),
        Middleware(Encodings),
        Middleware(Announcement),
        Middleware(FirstFile),
        Middleware(StaticFiles),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6),
    ]
