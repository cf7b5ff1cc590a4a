"""Files of what a page shows, at addresses of their own: `/export/VIEW.FORMAT?` and the page's own parameters.

A file is a function of its address, the catalog and the day, so every replica gives the same bytes. Few are made at a
time and the others wait in a line of limited length, apart from the clicks of visitors. What is made is kept for a
while, unless somebody typed words into its address.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.exports.formats import Format, formats_of
from components.exports.options import PARAMETERS as OPTIONS
from components.exports.options import Options, read_options
from components.exports.too_large import TooLargeError
from components.frame.address import Address
from components.frame.given_address import query_of
from components.frame.parameters import FreeText
from components.server.configuration import configuration
from components.server.export_views import VIEWS, ExportView, NothingToExportError
from components.server.line import FullError, Kept, Line, Made
from components.server.site import site_of
from components.worker.worker import WorkerError
from data.catalog import catalog

LONGEST_ADDRESS = 4000  # letters
AT_A_TIME, MOST_WAITING = 2, 24
KEPT_BYTES = 64_000_000
ANYBODY, SIGNED_IN = "public, max-age=300, must-revalidate", "private, max-age=300, must-revalidate"


class RefusedError(Exception):
    """An address that gives no file: the status, and one sentence that says what to do."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


@dataclass(frozen=True)
class _Order:
    """All that a file depends on, beside the catalog."""

    view: ExportView
    kind: Format
    question: Any
    options: Options
    site: str
    link: str
    day: date


LINE = Line(AT_A_TIME, MOST_WAITING)
KEPT = Kept(KEPT_BYTES)


async def export(request: Request) -> Response:
    """The file of an address; 304 for whoever has it; otherwise one sentence in plain text."""
    try:
        file, name, mime = await _file(request)
    except RefusedError as refused:
        headers = {"Cache-Control": "no-store"} | ({"Retry-After": "5"} if refused.status == 503 else {})
        return PlainTextResponse(f"{refused.sentence}\n", status_code=refused.status, headers=headers)
    mark = f'W/"{sha256(file).hexdigest()[:20]}"'
    # The web page has scripts of its own, which must not run as a page of this very host.
    headers = {
        "Cache-Control": SIGNED_IN if configuration().sign_in == "on" else ANYBODY,
        "ETag": mark,
        "Vary": "Host",
        "Content-Disposition": f'{"attachment" if mime == "text/html" else "inline"}; filename="{name}"',
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    known = [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
    if mark in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return Response(file, media_type=mime, headers=headers)


async def _file(request: Request) -> Made:
    """The bytes of the file that a request asks for, its name and its type."""
    file = request.path_params["file"]
    view, kind = _view_and_format(file)
    if len(request.url.query) > LONGEST_ADDRESS:
        raise RefusedError(414, "The address is too long: ask for less, such as fewer filters.")
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    address = Address((*view.declared, *OPTIONS), given, catalog())
    question = _question(view, address)
    told = query_of(view.write(question))
    root = site_of(request.scope)
    order = _Order(view, kind, question, read_options(address), root, _link(root, view, told), datetime.now(UTC).date())
    key = (file, order.link, repr(order.options), order.day.isoformat())
    is_typed = any(isinstance(each, FreeText) and address.get(each) for each in view.declared)
    found = None if is_typed else KEPT.get(key)
    if found is not None:
        return found
    try:
        async with LINE:
            made: Made = await run_in_threadpool(_make, order)
    except FullError:
        raise RefusedError(503, "Many files are being made just now: try again in a few seconds.") from None
    if not is_typed:
        KEPT.put(key, made)
    return made


def _view_and_format(file: str) -> tuple[ExportView, Format]:
    name, _, form = file.partition(".")
    view = VIEWS.get(name)
    if view is None:
        raise RefusedError(404, f"There is no such view: take {' or '.join(VIEWS)}, such as /export/landscape.svg.")
    offered = {each.name: each for each in formats_of(walks=view.walks)}
    if form not in offered:
        raise RefusedError(404, f"There is no such format: take {', '.join(offered)}.")
    return view, offered[form]


def _question(view: ExportView, address: Address) -> Any:
    """What the address asks; a value that is not understood is refused, because the picture would be another one."""
    try:
        question = view.read(address, catalog())
    except NothingToExportError as error:
        raise RefusedError(422, str(error)) from error
    wrong = [each.name for each in (*view.declared, *OPTIONS) if each.name in address.dropped]
    if wrong:
        raise RefusedError(400, f"Not understood in the address: {', '.join(wrong)}. Copy it from the page again.")
    return question


def _link(root: str, view: ExportView, told: list[tuple[str, str]]) -> str:
    return f"{root}/{view.path}" + (f"?{urlencode(told, quote_via=quote)}" if told else "")


def _make(order: _Order) -> Made:
    try:
        record = order.view.record(
            catalog(), order.question, address=order.link, day=order.day, mode=order.options.theme, site=order.site
        )
        file = order.kind.make(catalog(), record, order.options)
    except TooLargeError as error:
        raise RefusedError(422, str(error)) from error
    except WorkerError as error:
        raise RefusedError(503, f"The file could not be made: {error}.") from error
    return file, order.kind.file_name(record, order.options), order.kind.mime
