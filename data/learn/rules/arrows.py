"""Questions about arrows: along which of them something flows, and which way it points."""

from collections import Counter
from collections.abc import Iterator

from data.learn.question import Question, Wrong, alike, named_in
from data.records import Catalog, Connection

BY_REQUEST = frozenset({"cache", "query"})  # These go from who asks to who answers.
ASKED_OR_GIVEN = BY_REQUEST | {"data"}
NO_WAY = frozenset({"identity", "control"})  # Who admits whom is no way that something goes.


def arrow_questions(catalog: Catalog) -> Iterator[Question]:
    """For each arrow of a core service: the arrow, its other way round, and others of its two ends that carry
    something else."""
    said = Counter(connection.what.text for connection in catalog.connections.values())
    ways = {(connection.source_id, connection.target_id) for connection in catalog.connections.values()}
    for connection in catalog.connections.values():
        source, target = (catalog.services[end] for end in (connection.source_id, connection.target_id))
        if connection.kind in NO_WAY or not (source.core or target.core) or said[connection.what.text] > 1:
            continue
        if (connection.target_id, connection.source_id) in ways or _told(connection, catalog):
            continue
        beside = (
            Wrong(arrow(catalog, connection, turned=True), "no arrow goes this way"),
            *_others(catalog, connection),
        )
        if len(beside) >= 3:
            who = "who asks whom for it" if connection.kind in BY_REQUEST else "from where to where does it go"
            yield Question(
                "direction",
                "choose",
                frozenset({source.id, target.id}),
                f"“{connection.what.text}” {who[0].upper()}{who[1:]}?",
                (arrow(catalog, connection),),
                f"{arrow(catalog, connection)}: {connection.what.text} {connection.how.removesuffix('.')}.",
                f"connections/{connection.id}",
                tuple(connection.sources[key] for key in connection.what.source),
                beside,
                tempting=1,
            )


def click_arrow_questions(catalog: Catalog) -> Iterator[Question]:
    """For each arrow drawn at first sight whose end is not told by its words: click where it goes."""
    for connection in catalog.connections.values():
        target = catalog.services[connection.target_id]
        source = catalog.services[connection.source_id]
        leaving = [c for c in catalog.connections.values() if c.source_id == source.id]
        drawn = [c for c in leaving if catalog.services[c.target_id].scope == "core"]
        told = named_in(connection.what.text, (target.name, *target.short_name.split()))
        if (
            connection.scope != "core"
            or connection not in drawn
            or connection.kind in NO_WAY
            or told
            or not (source.core or target.core)
        ):
            continue
        if not any(other is not connection and _akin(catalog, connection, other) for other in drawn):
            yield Question(
                "direction",
                "click",
                frozenset({source.id, target.id}),
                f"{source.short_name}: “{connection.what.text}” Click on the map where it goes.",
                (target.id,),
                f"{arrow(catalog, connection)}: {connection.what.text} {connection.how.removesuffix('.')}.",
                f"connections/{connection.id}",
                tuple(connection.sources[key] for key in connection.what.source),
            )


def _akin(catalog: Catalog, one: Connection, other: Connection) -> bool:
    """Whether two arrows of one service carry much the same, or the same kind of thing to services of one sort."""
    sorts = [catalog.services[connection.target_id].category for connection in (one, other)]
    same_kind = one.kind == other.kind or {one.kind, other.kind} <= ASKED_OR_GIVEN
    return alike(one.what.text, other.what.text) or (same_kind and sorts[0] == sorts[1])


def arrow(catalog: Catalog, connection: Connection, *, turned: bool = False) -> str:
    """An arrow by the names of its ends."""
    ends = [catalog.services[end].short_name for end in (connection.source_id, connection.target_id)]
    return " → ".join(reversed(ends) if turned else ends)


def _told(connection: Connection, catalog: Catalog) -> bool:
    """Whether what flows names both ends, so that nothing is left to know."""
    text = connection.what.text.casefold()
    names = (catalog.services[end].short_name.casefold() for end in (connection.source_id, connection.target_id))
    return all(name in text for name in names)


def _others(catalog: Catalog, connection: Connection) -> Iterator[Wrong]:
    ends = {connection.source_id, connection.target_id}
    taken = {frozenset(ends)}
    for other in catalog.connections.values():
        pair = frozenset({other.source_id, other.target_id})
        if pair in taken or not pair & ends or other.kind == connection.kind:
            continue
        if _family(catalog, pair - ends) & _family(catalog, frozenset(ends)):
            continue
        if not alike(other.what.text, connection.what.text):
            taken.add(pair)
            yield Wrong(arrow(catalog, other), other.what.text)


def _family(catalog: Catalog, services: frozenset[str]) -> frozenset[str]:
    """What services belong to, so that the warehouse and its serverless kind are not told apart by an arrow that both
    have."""
    return frozenset(catalog.services[service].part_of or service for service in services)
