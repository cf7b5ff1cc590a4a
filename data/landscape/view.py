"""What the landscape shows for a filter and a selection: which services and connections are drawn, which of them are
lit, and what it is called."""

from dataclasses import dataclass
from functools import cached_property

from data.landscape.filters import LandscapeFilter
from data.landscape.graph import neighbourhood
from data.landscape.levels import Levels, is_off, joined_without, kinds_off, levels_of
from data.landscape.paths import Route, find_routes
from data.landscape.question import Look, Question, Scope
from data.landscape.titles import layers_title, scope_title, title
from data.records import Catalog, Connection

__all__ = ["Look", "Question", "Scope", "View", "view"]


@dataclass(frozen=True)
class View:
    """The answer: ids drawn, ids lit, the one selected, a title in words, the scope as drawn.

    `routes` are the ways of the path that was asked for, of which `route` is lit; `beside` holds what is drawn although
    it is further out than the scope; `left_out` holds the connections of the selected service that the scope, or a
    layer that is off, leaves out. `levels` say how the wide map is drawn.
    """

    services: frozenset[str]
    connections: frozenset[str]
    lit_services: frozenset[str]
    lit_connections: frozenset[str]
    selected: str | None
    title: str
    scope: str = ""
    routes: tuple[Route, ...] = ()
    route: Route | None = None
    beside: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    levels: Levels | None = None

    @cached_property
    def hop_numbers(self) -> dict[str, str]:
        """The number of its step for every connection of the route."""
        return {c.id: str(number) for number, hop in enumerate(self.route or (), start=1) for c in hop.connections}

    @property
    def further(self) -> int:
        """How many connections of the selected service are left out."""
        return len(self.left_out)


def view(catalog: Catalog, question: Question, found: frozenset[str] | None = None) -> View:
    """What to draw and what to light for a question. A path comes before a selection, a selection before a filter.
    `found` is what the words of the filter find, where that is known already."""
    routes = (
        find_routes(catalog, question.start or "", question.end or "", question.meaning) if question.asks_path else ()
    )
    route = routes[min(question.route, len(routes)) - 1] if routes else None
    fits = question.filter.services(catalog, found)
    fitting = fits, question.filter.connections(catalog, fits)
    needed = _needed(question, route, fitting)
    needed_services = needed[0] | _ends(catalog, needed[1])
    off = _off(catalog, question, needed, fits)
    main = joined_without(catalog, off) if question.scope == "wide" else _core(catalog)
    services = main | needed_services
    connections = frozenset(
        c.id
        for c in catalog.connections.values()
        if {c.source_id, c.target_id} <= services
        and not is_off(catalog, c, off)
        and _is_drawn(catalog, question, c, needed[1])
    )
    fitting = _with_lines(catalog, question.filter, (fitting[0] & services, fitting[1] & connections))
    lit = _lit(catalog, question, route, fitting, connections)
    left_out = _left_out(catalog, question, fitting[0], lit[1])
    beside = services - main
    scope = scope_title(catalog, question.scope, len(beside), off)
    if question.look == "only":
        by_filter = not question.filter.is_empty and not question.asks_path
        services, connections = (fitting[0] | lit[0], fitting[1] | lit[1]) if by_filter else lit
    wanted = needed_services | (frozenset() if question.filter.is_empty else fitting[0])
    return View(
        services,
        connections,
        *lit,
        selected=None if question.asks_path else question.connection or question.service,
        title=title(catalog, question, found=bool(routes) or question.start == question.end) or scope,
        scope=scope + layers_title(catalog, off),
        routes=routes,
        route=() if question.asks_path and question.start == question.end else route,
        beside=beside,
        left_out=left_out,
        levels=levels_of(catalog, question, services, wanted, off) if question.scope == "wide" else None,
    )


def _core(catalog: Catalog) -> frozenset[str]:
    return frozenset(service.id for service in catalog.services.values() if service.scope == "core")


def _off(
    catalog: Catalog, question: Question, needed: tuple[frozenset[str], frozenset[str]], fits: frozenset[str]
) -> frozenset[str]:
    """The layers that are off on the wide map. What is wanted by name, and what a filter finds, is drawn."""
    if question.scope != "wide":
        return frozenset()
    found = frozenset() if question.filter.is_empty else fits
    return kinds_off(catalog, question, sorted(needed[0] | found), needed[1])


def _is_drawn(catalog: Catalog, question: Question, connection: Connection, needed: frozenset[str]) -> bool:
    """At first sight only the main connections, so that the picture stays calm, and all those of a service that was
    asked for from further out."""
    ends = {catalog.services[connection.source_id].scope, catalog.services[connection.target_id].scope}
    return question.scope == "wide" or connection.scope == "core" or connection.id in needed or "wide" in ends


def _needed(
    question: Question, route: Route | None, fitting: tuple[frozenset[str], frozenset[str]]
) -> tuple[frozenset[str], frozenset[str]]:
    """What has to be drawn even where the scope leaves it out: what was asked for by name, and what belongs to it."""
    services = {service for service in (question.service, question.start, question.end) if service}
    connections = {c.id for hop in route or () for c in hop.connections}
    connections |= {question.connection} if question.connection else set()
    if question.filter.use_cases or question.filter.text.strip():
        services |= fitting[0]
    if question.filter.use_cases:
        connections |= fitting[1]
    return frozenset(services), frozenset(connections)


def _ends(catalog: Catalog, connections: frozenset[str]) -> frozenset[str]:
    records = (catalog.connections[connection] for connection in connections)
    return frozenset(end for connection in records for end in (connection.source_id, connection.target_id))


def _with_lines(
    catalog: Catalog, chosen: LandscapeFilter, fitting: tuple[frozenset[str], frozenset[str]]
) -> tuple[frozenset[str], frozenset[str]]:
    """Of what fits and is drawn: where kinds are asked for, the services at which a line of such a kind ends, that at
    its other end as well, so that no line begins nowhere."""
    return (_ends(catalog, fitting[1]), fitting[1]) if chosen.kinds else fitting


def _lit(
    catalog: Catalog,
    question: Question,
    route: Route | None,
    fitting: tuple[frozenset[str], frozenset[str]],
    connections: frozenset[str],
) -> tuple[frozenset[str], frozenset[str]]:
    """Services and connections to light: of the path, of the selection (within the filter where it is part of it), or
    of the filter."""
    if question.start and question.end:
        steps = frozenset(c.id for hop in route or () for c in hop.connections)
        return _ends(catalog, steps) | {question.start, question.end}, steps
    if question.connection:
        return _ends(catalog, frozenset({question.connection})), frozenset({question.connection})
    if question.service:
        among = fitting[1] if _is_within(question, fitting[0]) else connections
        return _near(catalog, question, among)
    return fitting


def _is_within(question: Question, fitting: frozenset[str]) -> bool:
    """Whether the selected service is part of what a filter lights."""
    return question.service in fitting and not question.filter.is_empty


def _near(catalog: Catalog, question: Question, among: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    records = tuple(catalog.connections[connection] for connection in sorted(among))
    return neighbourhood(records, question.service or "", question.depth, question.direction)


def _left_out(catalog: Catalog, question: Question, fitting: frozenset[str], lit: frozenset[str]) -> frozenset[str]:
    """The connections of the selected service, as far as asked, that the scope or a layer that is off leaves out."""
    if not question.service or question.asks_path or question.connection:
        return frozenset()
    if _is_within(question, fitting):
        return frozenset()
    return _near(catalog, question, frozenset(catalog.connections))[1] - lit
