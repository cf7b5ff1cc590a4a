"""The wide map by levels: layers of lines that are drawn where they are wanted, families that stand as one box until
they are opened, and lines between the same two boxes that are drawn as one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from data.landscape.question import Question
from data.records import Catalog, Connection


@dataclass(frozen=True)
class Levels:
    """`off` are the kinds whose lines are not drawn, `opened` the families whose members stand for themselves, `folded`
    has for each of the others its services that are drawn as one box, the one that gives it its id first."""

    off: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()
    folded: tuple[tuple[str, ...], ...] = ()

    @property
    def box_of(self) -> Mapping[str, str]:
        """The box in which a service stands, for those that have none of their own."""
        return {service: services[0] for services in self.folded for service in services[1:]}


@dataclass(frozen=True)
class Line:
    """Connections that are drawn as one line between two boxes; where they run both ways, it has two heads."""

    connections: tuple[Connection, ...]
    tail: str
    head: str
    both: bool = False


def layers_of(catalog: Catalog) -> frozenset[str]:
    """The kinds that are layers."""
    return frozenset(kind.id for kind in catalog.taxonomy.kinds if kind.layer)


def kinds_off(
    catalog: Catalog, question: Question, services: Iterable[str], connections: Iterable[str]
) -> frozenset[str]:
    """The layers that stay off: nobody wants them, and none of the services and connections that are wanted by name
    would be missing without them."""
    off = layers_of(catalog) - set(question.layers) - set(question.filter.kinds)
    off -= {catalog.connections[connection].kind for connection in connections}
    for service in services:
        if service not in _family_of(catalog) and _kinds_at(catalog)[service] <= off:
            off -= _kinds_at(catalog)[service]
    return off


def joined_without(catalog: Catalog, off: frozenset[str]) -> frozenset[str]:
    """The services that stay when kinds are off: those at the end of another line, those without any line, and all of a
    family."""
    left = _kinds_at(catalog).items()
    return frozenset(_family_of(catalog)).union(service for service, kinds in left if not kinds or not kinds <= off)


def is_off(catalog: Catalog, connection: Connection, off: frozenset[str]) -> bool:
    """Whether a connection is not drawn because its kind is off; what joins a family is always drawn."""
    family = _family_of(catalog).get(connection.source_id)
    inside = family is not None and family == _family_of(catalog).get(connection.target_id)
    return connection.kind in off and not inside


@lru_cache(maxsize=4)
def _family_of(catalog: Catalog) -> Mapping[str, str]:
    return {service: family.id for family in catalog.taxonomy.families for service in family.services}


@lru_cache(maxsize=4)
def _kinds_at(catalog: Catalog) -> Mapping[str, frozenset[str]]:
    """The kinds of the connections of every service."""
    kinds = {service: set[str]() for service in catalog.services}
    for connection in catalog.connections.values():
        kinds[connection.source_id].add(connection.kind)
        kinds[connection.target_id].add(connection.kind)
    return {service: frozenset(found) for service, found in kinds.items()}


def levels_of(
    catalog: Catalog, question: Question, drawn: frozenset[str], wanted: frozenset[str], off: frozenset[str]
) -> Levels:
    """Which families stand open: those that somebody opened, that of the selected service, and those of which more
    than the one that names them is `wanted`."""
    opened, folded = set(question.families), []
    for family in catalog.taxonomy.families:
        if question.service in family.services or not wanted.isdisjoint(family.members):
            opened.add(family.id)
        there = tuple(service for service in family.services if service in drawn)
        if family.id not in opened and len(there) > 1 and there[0] == family.id:
            folded.append(there)
    return Levels(off, frozenset(opened), tuple(folded))


def between_the_same(catalog: Catalog, connection: str, *, by_family: bool) -> list[Connection]:
    """All connections between the two services of one, or between their families, whichever way they run."""

    def ends(one: Connection) -> frozenset[str]:
        family = _family_of(catalog) if by_family else {}
        return frozenset(family.get(end, end) for end in (one.source_id, one.target_id))

    wanted = ends(catalog.connections[connection])
    if len(wanted) < 2:  # inside a family
        return between_the_same(catalog, connection, by_family=False)
    return [one for one in catalog.connections.values() if ends(one) == wanted]


def lines_of(catalog: Catalog, drawn: frozenset[str], lit: frozenset[str], levels: Levels) -> list[Line]:
    """The lines of connections, lit ones and others apart: one for all between the same two boxes, none for those
    inside a box."""
    box_of = levels.box_of
    together: dict[tuple[str, str, bool], list[Connection]] = {}
    for connection in (catalog.connections[c] for c in catalog.connections if c in drawn):
        ends = [box_of.get(end, end) for end in (connection.source_id, connection.target_id)]
        if ends[0] != ends[1]:
            together.setdefault((min(ends), max(ends), connection.id in lit), []).append(connection)
    return [_line(connections, box_of) for connections in together.values()]


def _line(connections: list[Connection], box_of: Mapping[str, str]) -> Line:
    ways = [tuple(box_of.get(end, end) for end in (c.source_id, c.target_id)) for c in connections]
    return Line(tuple(connections), ways[0][0], ways[0][1], both=len(set(ways)) > 1)
