"""The ways from one service to another: how data gets there, or who calls whom."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from typing import Literal

import networkx as nx

from data.records import Catalog, Connection

Meaning = Literal["data", "calls"]
MOST_ROUTES = 3
DETOUR = 2  # stops that a further route may have more than the shortest
CANDIDATES = 25
FURTHER_OUT = 0.01  # makes a step outside the core count a little more, so that of equal ways the core one comes first
ONLY_ANSWERED = 0.02  # the same for what is only sent to who asks for it, behind what is sent on by itself
BETWEEN = "connect"  # the lane of what stands between who asks and who answers


@dataclass(frozen=True)
class Hop:
    """One step of a route, and all connections that lead from `start` to `end`."""

    start: str
    end: str
    connections: tuple[Connection, ...]


Route = tuple[Hop, ...]


def hop_in_words(catalog: Catalog, hop: Hop, meaning: Meaning) -> str:
    """A step with its ends in the order of the way, and who acts where its connection runs against that:
    `S3 → Redshift (Redshift asks for it)`."""
    start, end = (catalog.services[service].short_name for service in (hop.start, hop.end))
    acts = who_acts(catalog, hop, hop.connections[0], meaning)
    return f"{start} → {end} ({acts})" if acts else f"{start} → {end}"


def who_acts(catalog: Catalog, hop: Hop, connection: Connection, meaning: Meaning) -> str:
    """Where a step runs against the arrow of its connection: who asks for the data, or, between callers, who fetches
    it; else nothing."""
    if connection.source_id == hop.start:
        return ""
    acts, what = (hop.end, "asks for it") if meaning == "data" else (hop.start, "fetches it")
    return f"{catalog.services[acts].short_name} {what}"


def ways_of(connection: Connection, meaning: Meaning) -> Iterator[tuple[str, str]]:
    """The steps, from and to, that a connection allows: the ways that its data goes, or from the caller to the
    called."""
    along = (connection.source_id, connection.target_id)
    if meaning == "calls":
        yield along if connection.started_by != "target" else along[::-1]
        return
    if connection.data_way in {"along", "both"}:
        yield along
    if connection.data_way in {"against", "both"}:
        yield along[::-1]


@lru_cache(maxsize=256)
def find_routes(catalog: Catalog, start: str, end: str, meaning: Meaning) -> tuple[Route, ...]:
    """Up to three different routes through the whole catalog, the shortest first; none where there is no way, or where
    both ends are the same."""
    if start == end:
        return ()
    steps = _steps(catalog, meaning)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(catalog.services)
    for (one, other), connections in steps.items():
        further = all(connection.scope != "core" for connection in connections)
        answered = meaning == "data" and all(connection.source_id == other for connection in connections)
        graph.add_edge(one, other, weight=1 + FURTHER_OUT * further + ONLY_ANSWERED * answered)
    return tuple(
        tuple(Hop(one, other, tuple(steps[one, other])) for one, other in pairwise(stops))
        for stops in _different(graph, start, end, lambda stops: _passes_through(catalog, steps, stops))
    )


def _steps(catalog: Catalog, meaning: Meaning) -> dict[tuple[str, str], list[Connection]]:
    steps: dict[tuple[str, str], list[Connection]] = {}
    for connection in catalog.connections.values():
        for step in ways_of(connection, meaning):
            steps.setdefault(step, []).append(connection)
    return steps


def _passes_through(catalog: Catalog, steps: Mapping[tuple[str, str], list[Connection]], stops: list[str]) -> bool:
    """Whether each stop that stands between others, such as a proxy, is passed from one side to the other: it leads
    nobody's data to somebody else on the same side."""
    for before, stop, after in zip(stops, stops[1:], stops[2:], strict=False):
        if catalog.services[stop].lane == BETWEEN:
            comes = {connection.source_id == before for connection in steps[before, stop]}
            goes = {connection.source_id == stop for connection in steps[stop, after]}
            if comes.isdisjoint(goes):
                return False
    return True


def _different(graph: "nx.DiGraph[str]", start: str, end: str, is_way: Callable[[list[str]], bool]) -> list[list[str]]:
    """The stops of the shortest ways, without those that pass all stops of a shorter one."""
    found: list[list[str]] = []
    try:
        for stops in islice(nx.shortest_simple_paths(graph, start, end, weight="weight"), CANDIDATES):
            if len(found) == MOST_ROUTES or (found and len(stops) > len(found[0]) + DETOUR):
                break
            if is_way(stops) and not any(set(shorter[1:-1]) < set(stops) for shorter in found if len(shorter) > 2):
                found.append(stops)
    except nx.NetworkXNoPath:
        return []
    return found
