"""The arrows of a scene: connections, and on the wide map several of them in one line."""

from dataclasses import replace

from components.picture.curves import Point
from components.picture.marks import ArrowMark
from components.picture.on_lines import TIMES
from data.landscape.levels import Levels, Line
from data.landscape.view import View
from data.landscape.walk import Walk
from data.records import Catalog, Connection

MOST_NAMED = 4  # connections of one line


def arrow_mark(catalog: Catalog, line: Line, shown: View, course: tuple[Point, ...], walk: Walk | None) -> ArrowMark:
    """The arrow of a line along its course."""
    first = _single(catalog, line.connections[0], shown, course, walk)
    if len(line.connections) == 1:
        return replace(first, tail=line.tail, head=line.head)
    ends = [_box_name(catalog, shown.levels, end) for end in (line.tail, line.head)]
    name = f"{' ↔ ' if line.both else ' → '}".join(ends)
    each = [_single(catalog, connection, shown, course, walk) for connection in line.connections]
    told = "; ".join(f"{mark.name} ({catalog.kinds[mark.kind].name})" for mark in each[:MOST_NAMED])
    more = f"; and {len(each) - MOST_NAMED} more" if len(each) > MOST_NAMED else ""
    kinds = tuple(dict.fromkeys(mark.kind for mark in each))
    return replace(
        first,
        name=f"{name}, {len(each)} connections",
        hover=f"{name}, {len(each)} connections: {told}{more}.",
        tail=line.tail,
        head=line.head,
        asks=all(mark.asks for mark in each),
        badge=next(filter(None, (mark.badge for mark in each)), f"{TIMES}{len(each)}"),
        words=first.words if len({mark.words for mark in each}) == 1 else "",
        carries=tuple(mark.id for mark in each),
        kinds=kinds,
        both=line.both,
    )


def _box_name(catalog: Catalog, levels: Levels | None, box: str) -> str:
    """A service by its own name, or by that of the family that is drawn in its place."""
    folded = {group[0] for group in levels.folded} if levels else set()
    family = next((family.name for family in catalog.taxonomy.families if family.id == box in folded), None)
    return family or catalog.services[box].short_name


def _single(
    catalog: Catalog,
    connection: Connection,
    shown: View,
    course: tuple[Point, ...],
    walk: Walk | None,
) -> ArrowMark:
    kind = catalog.kinds[connection.kind]
    ends = (catalog.services[end].short_name for end in (connection.source_id, connection.target_id))
    name = " → ".join(ends)
    return ArrowMark(
        id=connection.id,
        name=name,
        kind=connection.kind,
        hover=f"{name} ({kind.name}): {connection.what.text}",
        tail=connection.source_id,
        head=connection.target_id,
        course=course,
        lit=connection.id in shown.lit_connections,
        selected=connection.id in {walk.active, *walk.route} if walk else connection.id == shown.selected,
        asks=kind.follows == "question",
        quiet=walk is not None and connection.id in walk.before,
        badge=(walk.badges if walk else shown.hop_numbers).get(connection.id, ""),
        words=connection.flow or kind.flow or "",
        kinds=(connection.kind,),
    )
