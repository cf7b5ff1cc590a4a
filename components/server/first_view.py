"""What an address will show, told before the page is drawn: title, description, picture and preview."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

from starlette.datastructures import QueryParams

from components.exports.svg import svg_picture
from components.frame.address import Address
from components.frame.given_address import query_of
from components.frame.menu import PAGES, Page
from components.frame.parameters import FreeText
from components.landscape.export import filters_in_words
from components.picture.theme import Mode
from components.server.addresses import PARAMETERS_BY_PATH
from components.server.export_views import VIEWS, ExportView, NothingToExportError
from components.services.address import SERVICE
from components.worker.worker import WorkerError
from data.catalog import catalog
from data.landscape.view import Question, view
from data.landscape.walk import Place
from data.records import Catalog

ABOUT_IT = (
    "An interactive atlas of the AWS data services: what each is for, how data moves between them, and what it costs."
)
MODES: tuple[tuple[Mode, str], ...] = (("light", "in-the-light"), ("dark", "in-the-dark"))


@dataclass(frozen=True)
class FirstView:
    """`address` and `preview` are paths with parameters; `picture` draws inline SVG for both themes, "" where there is
    none; `shows` tells whether the file may show anything of it, `is_kept` whether it may be kept for others."""

    title: str
    description: str
    address: str
    preview: str
    picture: Callable[[], str]
    shows: bool
    is_kept: bool


def first_view(path: str, query: QueryParams) -> FirstView | None:
    """The view of an address; None where the path is that of no page."""
    page = next((page for page in PAGES if page.path == path), None)
    if page is None:
        return None
    known = catalog()
    declared = PARAMETERS_BY_PATH[path]
    given = {name: query.getlist(name) for name in query if not name.startswith("embed")}
    address = Address(declared, given, known)
    typed = any(isinstance(each, FreeText) and address.get(each) for each in declared)
    shows = "embed" not in query and "present" not in query
    told = [(each.name, text) for each in declared for text in each.write(address.get(each))]
    title, description = _words_without_picture(known, page, address)
    plain = FirstView(title, description, _path(path, told), "", lambda: "", shows, not typed)
    drawn = next(((name, each) for name, each in VIEWS.items() if each.path == path), None)
    return _with_picture(plain, *drawn, address, known) if drawn else plain


def _with_picture(plain: FirstView, name: str, exported: ExportView, address: Address, known: Catalog) -> FirstView:
    try:
        question = exported.read(address, known)
    except NothingToExportError:
        return plain
    told = query_of(exported.write(question))
    here = _path(exported.path, told)

    def draw() -> str:
        day = datetime.now(UTC).date()
        try:
            drawn = [
                (look, svg_picture(exported.record(known, question, address="", day=day, mode=mode)).decode())
                for mode, look in MODES
            ]
        except WorkerError:
            return ""
        return "".join(f'<div class="{look}">{_inline(svg)}</div>' for look, svg in drawn)

    title, description = _words(known, question)
    preview = _path(f"export/{name}.png", told)
    return replace(plain, title=title, description=description, address=here, preview=preview, picture=draw)


def _path(path: str, told: list[tuple[str, str]]) -> str:
    return f"/{path}" + (f"?{urlencode(told, quote_via=quote)}" if told else "")


def _inline(svg: str) -> str:
    """An SVG file as a part of a page: without declaration, and without ids that would stand twice."""
    return re.sub(r'\sid="[^"]*"', "", svg[svg.index("<svg") :])


def _words(known: Catalog, question: Question | Place) -> tuple[str, str]:
    """Title and description of a picture, without drawing it."""
    if isinstance(question, Question):
        shown = view(known, question)
        about = ABOUT_IT if question == Question() else f"{filters_in_words(known, question, shown)} {ABOUT_IT}"
        return shown.title, about
    use_case = known.use_cases[question.use_case or ""]
    step = f": {use_case.steps[question.slide - 1].title}" if question.walks else ""
    return f"{use_case.title}{step}", use_case.problem


def _words_without_picture(known: Catalog, page: Page, address: Address) -> tuple[str, str]:
    """The same for a page without a picture: a service by its name and purpose, any other page by its title."""
    service = known.services.get(address.get(SERVICE) or "") if page.path == "services" else None
    return (service.name, service.purpose.text) if service else (page.title, ABOUT_IT)
