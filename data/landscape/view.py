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


def view(of: Catalog, asked: Question) -> View:
    """What to draw and what to light for a question. A path comes before a selection, a selection before a filter."""
    path = shortest_path(tuple(of.connections.values()), asked.start, asked.end) if asked.start and asked.end else None
    needed_services, needed_connections = _needed(of, asked, path)
    services = (
        frozenset(s.id for s in of.services.values() if asked.scope == "wide" or s.scope == "core") | needed_services
    )
    connections = frozenset(
        c.id
        for c in of.connections.values()
        if {c.source_id, c.target_id} <= services and _is_drawn(of, asked, c, needed_connections)
    )
    fitting = asked.filter.services(of) & services, asked.filter.connections(of) & connections
    lit = _lit(of, asked, path, fitting, connections)
    if asked.look == "only":
        by_filter = not asked.filter.is_empty and not (asked.start and asked.end)
        services, connections = (fitting[0] | lit[0], fitting[1] | lit[1]) if by_filter else lit
    selected = None if asked.start and asked.end else asked.connection or asked.service
    return View(services, connections, *lit, selected, title(of, asked, path), path)


def _is_drawn(of: Catalog, asked: Question, connection: Connection, needed: frozenset[str]) -> bool:
    """At first sight only the main connections, so that the picture stays calm, and all those of a service that was
    asked for from further out."""
    ends = {of.services[connection.source_id].scope, of.services[connection.target_id].scope}
    return asked.scope == "wide" or connection.scope == "core" or connection.id in needed or "wide" in ends


def title(of: Catalog, asked: Question, path: tuple[Connection, ...] | None) -> str:
    """What the picture shows, in words."""
    names = {service.id: service.short_name for service in of.services.values()}
    if asked.start and asked.end:
        return f"Path from {names[asked.start]} to {names[asked.end]}" + (
            "" if path else ": none that follows the arrows"
        )
    parts = [asked.filter.describe(of)] if not asked.filter.is_empty or not (asked.service or asked.connection) else []
    if asked.connection:
        connection = of.connections[asked.connection]
        parts.append(f"{names[connection.source_id]} to {names[connection.target_id]}")
    elif asked.service:
        near = {"in": "what leads to it", "out": "what it leads to", "both": "its neighbours"}[asked.direction]
        steps = "" if asked.depth == 1 else f", {asked.depth} steps away"
        parts.append(f"{names[asked.service]} and {near}{steps}")
    return ": ".join(parts)


def _needed(of: Catalog, asked: Question, path: tuple[Connection, ...] | None) -> tuple[frozenset[str], frozenset[str]]:
    """What has to be drawn even where the scope leaves it out: what was asked for by name, and what belongs to it."""
    services = {service for service in (asked.service, asked.start, asked.end) if service}
    connections = {step.id for step in path or ()} | ({asked.connection} if asked.connection else set())
    if asked.filter.use_cases or asked.filter.text.strip():
        services |= asked.filter.services(of)
    if asked.filter.use_cases:
        connections |= asked.filter.connections(of)
    ends = {end for c in connections for end in (of.connections[c].source_id, of.connections[c].target_id)}
    return frozenset(services | ends), frozenset(connections)


def _lit(
    of: Catalog,
    asked: Question,
    path: tuple[Connection, ...] | None,
    fitting: tuple[frozenset[str], frozenset[str]],
    connections: frozenset[str],
) -> tuple[frozenset[str], frozenset[str]]:
    """Services and connections to light: of the path, of the selection (within the filter where it is part of it), or
    of the filter."""
    if asked.start and asked.end:
        stops = {end for step in path or () for end in (step.source_id, step.target_id)}
        return frozenset(stops | {asked.start, asked.end}), frozenset(step.id for step in path or ())
    if asked.connection:
        connection = of.connections[asked.connection]
        return frozenset({connection.source_id, connection.target_id}), frozenset({asked.connection})
    if asked.service:
        among = fitting[1] if asked.service in fitting[0] and not asked.filter.is_empty else connections
        return neighbourhood(
            tuple(of.connections[c] for c in sorted(among)), asked.service, asked.depth, asked.direction
        )
    return fitting
