"""What the landscape shows for a filter and a selection: which services and connections are drawn, which of them are
lit, and what it is called."""

from dataclasses import dataclass, field
from typing import Literal

from data.landscape.filters import LandscapeFilter
from data.landscape.graph import Direction, neighbourhood, shortest_path
from data.records import Catalog, Connection

Scope = Literal["core", "wide"]
Look = Literal["focus", "only"]


@dataclass(frozen=True)
class Question:
    """All that a visitor can ask of the landscape, as ids of the catalog."""

    filter: LandscapeFilter = field(default_factory=LandscapeFilter)
    service: str | None = None
    connection: str | None = None
    depth: int = 1
    direction: Direction = "both"
    start: str | None = None
    end: str | None = None
    look: Look = "focus"
    scope: Scope = "core"


@dataclass(frozen=True)
class View:
    """The answer: ids drawn, ids lit, the one selected, a title in words; `path` is None where none was asked for or
    none exists."""

    services: frozenset[str]
    connections: frozenset[str]
    lit_services: frozenset[str]
    lit_connections: frozenset[str]
    selected: str | None
    title: str
    path: tuple[Connection, ...] | None = None


def view(catalog: Catalog, question: Question) -> View:
    """What to draw and what to light for a question. A path comes before a selection, a selection before a filter."""
    path = (
        shortest_path(tuple(catalog.connections.values()), question.start, question.end)
        if question.start and question.end
        else None
    )
    needed_services, needed_connections = _needed(catalog, question, path)
    services = (
        frozenset(s.id for s in catalog.services.values() if question.scope == "wide" or s.scope == "core")
        | needed_services
    )
    connections = frozenset(
        c.id
        for c in catalog.connections.values()
        if {c.source_id, c.target_id} <= services and _is_drawn(catalog, question, c, needed_connections)
    )
    fitting = question.filter.services(catalog) & services, question.filter.connections(catalog) & connections
    lit = _lit(catalog, question, path, fitting, connections)
    if question.look == "only":
        by_filter = not question.filter.is_empty and not (question.start and question.end)
        services, connections = (fitting[0] | lit[0], fitting[1] | lit[1]) if by_filter else lit
    selected = None if question.start and question.end else question.connection or question.service
    return View(services, connections, *lit, selected, title(catalog, question, path), path)


def _is_drawn(catalog: Catalog, question: Question, connection: Connection, needed: frozenset[str]) -> bool:
    """At first sight only the main connections, so that the picture stays calm, and all those of a service that was
    asked for from further out."""
    ends = {catalog.services[connection.source_id].scope, catalog.services[connection.target_id].scope}
    return question.scope == "wide" or connection.scope == "core" or connection.id in needed or "wide" in ends


def title(catalog: Catalog, question: Question, path: tuple[Connection, ...] | None) -> str:
    """What the picture shows, in words."""
    names = {service.id: service.short_name for service in catalog.services.values()}
    if question.start and question.end:
        return f"Path from {names[question.start]} to {names[question.end]}" + (
            "" if path else ": none that follows the arrows"
        )
    parts = (
        [question.filter.describe(catalog)]
        if not question.filter.is_empty or not (question.service or question.connection)
        else []
    )
    if question.connection:
        connection = catalog.connections[question.connection]
        parts.append(f"{names[connection.source_id]} to {names[connection.target_id]}")
    elif question.service:
        near = {"in": "what leads to it", "out": "what it leads to", "both": "its neighbours"}[question.direction]
        steps = "" if question.depth == 1 else f", {question.depth} steps away"
        parts.append(f"{names[question.service]} and {near}{steps}")
    return ": ".join(parts)


def _needed(
    catalog: Catalog, question: Question, path: tuple[Connection, ...] | None
) -> tuple[frozenset[str], frozenset[str]]:
    """What has to be drawn even where the scope leaves it out: what was asked for by name, and what belongs to it."""
    services = {service for service in (question.service, question.start, question.end) if service}
    connections = {step.id for step in path or ()} | ({question.connection} if question.connection else set())
    if question.filter.use_cases or question.filter.text.strip():
        services |= question.filter.services(catalog)
    if question.filter.use_cases:
        connections |= question.filter.connections(catalog)
    ends = {end for c in connections for end in (catalog.connections[c].source_id, catalog.connections[c].target_id)}
    return frozenset(services | ends), frozenset(connections)


def _lit(
    catalog: Catalog,
    question: Question,
    path: tuple[Connection, ...] | None,
    fitting: tuple[frozenset[str], frozenset[str]],
    connections: frozenset[str],
) -> tuple[frozenset[str], frozenset[str]]:
    """Services and connections to light: of the path, of the selection (within the filter where it is part of it), or
    of the filter."""
    if question.start and question.end:
        stops = {end for step in path or () for end in (step.source_id, step.target_id)}
        return frozenset(stops | {question.start, question.end}), frozenset(step.id for step in path or ())
    if question.connection:
        connection = catalog.connections[question.connection]
        return frozenset({connection.source_id, connection.target_id}), frozenset({question.connection})
    if question.service:
        among = fitting[1] if question.service in fitting[0] and not question.filter.is_empty else connections
        return neighbourhood(
            tuple(catalog.connections[c] for c in sorted(among)), question.service, question.depth, question.direction
        )
    return fitting
