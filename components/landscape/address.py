"""The landscape's question, read from the address and written to it."""

from dataclasses import replace
from typing import Any

from components.cards.parts import FIRST_PART, every_part_of_any_card, parts_of_card, same_part_of
from components.frame.address import Address, write_address
from components.frame.parameters import Choice, Flag, FreeText, Id, Ids, Number
from data.landscape.filters import LandscapeFilter, Match
from data.landscape.graph import Direction
from data.landscape.paths import MOST_ROUTES, Meaning
from data.landscape.view import Look, Question, Scope, View, view
from data.records import Catalog

MATCHES: tuple[Match, ...] = ("any", "all")
DIRECTIONS: tuple[Direction, ...] = ("both", "in", "out")
MEANINGS: tuple[Meaning, ...] = ("data", "calls")
LOOKS: tuple[Look, ...] = ("focus", "only")
SCOPES: tuple[Scope, ...] = ("core", "wide")
DEEPEST = 3

USE_CASE = Ids("use_case", "repeatable", lambda catalog: catalog.use_cases)
MATCH = Choice("match", "= `any` or `all` of the use cases", MATCHES)
CATEGORY = Ids("category", "repeatable", lambda catalog: [entry.id for entry in catalog.taxonomy.categories])
KIND = Ids("kind", "repeatable", lambda catalog: [entry.id for entry in catalog.taxonomy.kinds])
CAPABILITY = Ids(
    "capability", "repeatable, all have to hold", lambda catalog: [entry.id for entry in catalog.taxonomy.capabilities]
)
PARTLY = Flag("partly", "= 0 where a capability on a condition does not count", "0")
TEXT = FreeText("q", "words to search for")
SERVICE = Id("service", "selected", lambda catalog: catalog.services)
CONNECTION = Id("connection", "selected", lambda catalog: catalog.connections)
PART = Id("part", "of the card that is open, such as `limits` or `when-not-to`", every_part_of_any_card)
DEPTH = Number("depth", "= 1 to 3 steps around the selected service", 1, DEEPEST, default=1)
DIRECTION = Choice("direction", "= `both`, `in` or `out`", DIRECTIONS)
START = Id("from", "where a path begins", lambda catalog: catalog.services)
END = Id("to", "where it ends", lambda catalog: catalog.services)
MEANING = Choice("by", "= `data` (how data gets there) or `calls` (who calls whom)", MEANINGS)
ROUTE = Number("route", "= 1 to 3, which of the routes of a path", 1, MOST_ROUTES, default=1)
LOOK = Choice("view", "= `focus` (the rest is dimmed) or `only`", LOOKS)
SCOPE = Choice("scope", "= `core` or `wide`", SCOPES)
LAYER = Ids(
    "layer",
    "repeatable, kinds of lines that the wide map draws as well",
    lambda catalog: [kind.id for kind in catalog.taxonomy.kinds if kind.layer],
)
FAMILY = Ids(
    "open",
    "repeatable, families whose services the wide map draws one by one",
    lambda catalog: [family.id for family in catalog.taxonomy.families],
)
PARAMETERS = (
    USE_CASE,
    MATCH,
    CATEGORY,
    KIND,
    TEXT,
    CAPABILITY,
    PARTLY,
    SERVICE,
    CONNECTION,
    PART,
    DEPTH,
    DIRECTION,
    START,
    END,
    MEANING,
    ROUTE,
    LOOK,
    SCOPE,
    LAYER,
    FAMILY,
)


def landscape_of_this_page(catalog: Catalog) -> tuple[Address, Question, View]:
    """The address that the visitor sees, the question in it, and what of the landscape answers it."""
    address = Address.of_this_page(PARAMETERS, catalog)
    question = read_question(address, catalog)
    return address, question, view(catalog, question)


def read_question(address: Address, catalog: Catalog) -> Question:
    """The question that an address asks; what it does not say has its default, and a part that its card has not is left
    out."""
    connection = address.get(CONNECTION)
    service = None if connection else address.get(SERVICE)
    part = address.get(PART)
    if part and part not in parts_of_card(catalog, service, connection):
        address.drop(PART)
        part = None
    return Question(
        filter=LandscapeFilter(
            use_cases=address.get(USE_CASE),
            match=address.get(MATCH),
            categories=address.get(CATEGORY),
            kinds=address.get(KIND),
            text=address.get(TEXT),
            capabilities=address.get(CAPABILITY),
            partly=not address.get(PARTLY),
        ),
        service=service,
        connection=connection,
        depth=address.get(DEPTH) or 1,
        direction=address.get(DIRECTION),
        start=address.get(START),
        end=address.get(END),
        meaning=address.get(MEANING),
        route=address.get(ROUTE) or 1,
        look=address.get(LOOK),
        scope=address.get(SCOPE),
        part=part,
        layers=address.get(LAYER),
        families=address.get(FAMILY),
    )


def question_of_this_page(catalog: Catalog) -> Question:
    """The question that the visitor's address asks now."""
    return read_question(Address.of_this_page(PARAMETERS, catalog), catalog)


def write_question(question: Question) -> None:
    """Write a question to the address; defaults are absent."""
    write_address(values_of(question))


def values_of(question: Question) -> dict[Any, Any]:
    """What an address says for a question, by declared parameter."""
    chosen = question.filter
    return {
        USE_CASE: chosen.use_cases,
        MATCH: chosen.match,
        CATEGORY: chosen.categories,
        KIND: chosen.kinds,
        TEXT: chosen.text,
        CAPABILITY: chosen.capabilities,
        PARTLY: bool(chosen.capabilities) and not chosen.partly,
        SERVICE: question.service,
        CONNECTION: question.connection,
        PART: question.part,
        DEPTH: question.depth,
        DIRECTION: question.direction,
        START: question.start,
        END: question.end,
        MEANING: question.meaning,
        ROUTE: question.route,
        LOOK: question.look,
        SCOPE: question.scope,
        LAYER: question.layers if question.scope == "wide" else (),
        FAMILY: question.families if question.scope == "wide" else (),
    }


def change_filter(catalog: Catalog, changed: LandscapeFilter) -> None:
    """Ask with another filter; what was selected is left, so that what it lights is seen."""
    write_question(replace(_unselected(catalog), filter=changed))


def select_service(catalog: Catalog, service: str) -> None:
    """Select a service, its card at the tab of the one before; a connection or a path that was asked for is left."""
    write_question(_with_service(catalog, service))


def select_box(catalog: Catalog, service: str) -> None:
    """Select the service of a box; where a whole family stands in it, it opens, and stays open."""
    question = _with_service(catalog, service)
    levels = view(catalog, question_of_this_page(catalog)).levels if question.scope == "wide" else None
    if levels and any(service == group[0] for group in levels.folded):
        question = replace(question, families=(*question.families, service))
    write_question(question)


def open_part(catalog: Catalog, part: str) -> None:
    """Open a part of the card; the first one is the default."""
    write_question(replace(question_of_this_page(catalog), part=None if part == FIRST_PART else part))


def select_connection(catalog: Catalog, connection: str) -> None:
    """Select a connection; a service or a path that was asked for is left."""
    write_question(replace(_unselected(catalog), connection=connection))


def select_nothing(catalog: Catalog) -> None:
    """Leave the selection and the path; the filter stays."""
    write_question(_unselected(catalog))


def ask_for_path(catalog: Catalog, start: str | None, end: str | None) -> None:
    """Ask how one leads to the other, by the shortest route."""
    write_question(replace(question_of_this_page(catalog), start=start, end=end, route=1))


def ask_for_meaning(catalog: Catalog, meaning: Meaning) -> None:
    """Ask for the other meaning of a path."""
    write_question(replace(question_of_this_page(catalog), meaning=meaning, route=1))


def take_route(catalog: Catalog, route: int) -> None:
    """Light another route of the path, counted from 1."""
    write_question(replace(question_of_this_page(catalog), route=route))


def widen(catalog: Catalog) -> None:
    """Draw all services, and of the selected one all connections; what was asked for stays."""
    question = question_of_this_page(catalog)
    kinds = {catalog.connections[connection].kind for connection in view(catalog, question).left_out}
    layers = tuple(kind.id for kind in catalog.taxonomy.kinds if kind.layer and kind.id in {*kinds, *question.layers})
    write_question(replace(question, scope="wide", layers=layers))


def _unselected(catalog: Catalog) -> Question:
    return replace(
        question_of_this_page(catalog),
        service=None,
        connection=None,
        part=None,
        start=None,
        end=None,
        meaning="data",
        route=1,
    )


def _with_service(catalog: Catalog, service: str) -> Question:
    now = question_of_this_page(catalog)
    part = same_part_of(catalog, service, now.part, now.service)
    return replace(_unselected(catalog), service=service, part=part)
