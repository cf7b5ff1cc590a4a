"""A plain record of what will be drawn: boxes, arrows, lanes, legend. Tests and exports read it; `landscape_figure`
draws it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from components.picture.arrows import arrow_mark
from components.picture.boxes import box_marks
from components.picture.marks import ArrowMark, BoxMark, LaneMark, LegendMark
from components.picture.on_lines import place_badges, place_words
from components.picture.places import ArrowKey, BoxKey, Layout, lay_out
from data.landscape.levels import Line, lines_of
from data.landscape.view import View
from data.landscape.walk import Walk
from data.records import Catalog

Lay = Callable[..., Layout]  # as `lay_out`
FEW = 16  # lit arrows; more would bury the picture in words


@dataclass(frozen=True, slots=True)
class Scene:
    title: str
    width: float
    height: float
    boxes: tuple[BoxMark, ...]
    arrows: tuple[ArrowMark, ...]
    lanes: tuple[LaneMark, ...]
    selected: str | None
    categories: tuple[LegendMark, ...] = ()
    kinds: tuple[LegendMark, ...] = ()

    @property
    def place(self) -> str:
        """What the positions depend on: a view in which everything stands where it stood keeps its zoom."""
        drawn = " ".join((f"{self.width:.0f} {self.height:.0f}", *(f"{b.id} {b.x:.0f} {b.y:.0f}" for b in self.boxes)))
        return f"{crc32(drawn.encode()):08x}"

    @property
    def kinds_drawn(self) -> frozenset[str]:
        """The kinds of all lines, by id."""
        return frozenset(kind for arrow in self.arrows for kind in arrow.kinds or (arrow.kind,))


def scene(
    catalog: Catalog,
    shown: View,
    categories: tuple[LegendMark, ...] = (),
    kinds: tuple[LegendMark, ...] = (),
    *,
    walk: Walk | None = None,
    base: View | None = None,
    columns: Mapping[str, int] | None = None,
    slide: bool = False,
    lay: Lay = lay_out,
) -> Scene:
    """The scene of a view: laid out (by `lay`), named, lit.

    With `base`, what is drawn there stands where it stands there, and what is drawn beside it in the places that it
    leaves free. With `columns` (of services) it is drawn as a story, in these columns instead of the lanes, for a
    `slide` with low boxes where rows are many.

    Errors: WorkerError where the layout fails.
    """
    boxes, arrows = _keys(catalog, shown, columns)
    lines = _lines(catalog, shown)
    around = _keys(catalog, base, columns) if base else ((), ())
    if columns is None:
        layout = lay(boxes, arrows, around=around, room=_room(catalog, base or shown))
    else:
        layout = lay(boxes, arrows, around=around, story="slide" if slide else "page")
    services = [catalog.services[service] for service, _ in boxes]
    drawn = [arrow_mark(catalog, line, shown, layout.arrows[line.connections[0].id], walk) for line in lines]
    return Scene(
        title=shown.title,
        width=layout.width,
        height=layout.height,
        boxes=box_marks(catalog, services, shown, layout, walk),
        arrows=_with_places(drawn, layout, below_heads=columns is None),
        lanes=tuple(_lane(catalog, lane, span) for lane, span in layout.lanes.items()) if columns is None else (),
        selected=shown.selected,
        categories=categories,
        kinds=kinds,
    )


def _keys(catalog: Catalog, shown: View, columns: Mapping[str, int] | None) -> tuple[list[BoxKey], list[ArrowKey]]:
    lane_order = {lane.id: place for place, lane in enumerate(catalog.taxonomy.lanes)}
    boxes = [
        (service, lane_order[catalog.services[service].lane] if columns is None else columns.get(service, 0))
        for service in catalog.services
        if service in shown.services and (shown.levels is None or service not in shown.levels.box_of)
    ]
    return boxes, [(line.connections[0].id, line.tail, line.head) for line in _lines(catalog, shown)]


def _room(catalog: Catalog, shown: View) -> dict[int, int]:
    """The room that the lanes of the wide map keep, so that any one family finds it when it is opened."""
    if shown.levels is None:
        return {}
    lane_order = {lane.id: place for place, lane in enumerate(catalog.taxonomy.lanes)}
    of_lane = {service: lane_order[catalog.services[service].lane] for service in shown.services}
    standing = Counter(lane for service, lane in of_lane.items() if service not in shown.levels.box_of)
    folded = [Counter(of_lane[service] for service in group[1:]) for group in shown.levels.folded]
    return {lane: standing[lane] + max((group[lane] for group in folded), default=0) for lane in set(of_lane.values())}


def _lines(catalog: Catalog, shown: View) -> list[Line]:
    """The lines to draw: one for each connection, or, on the wide map, for all between two boxes."""
    if shown.levels is not None:
        return lines_of(catalog, shown.connections, shown.lit_connections, shown.levels)
    connections = (c for c in catalog.connections.values() if c.id in shown.connections)
    return [Line((c,), c.source_id, c.target_id) for c in connections]


def _lane(catalog: Catalog, lane: int, span: tuple[float, float]) -> LaneMark:
    named = catalog.taxonomy.lanes[lane]
    return LaneMark(named.name, named.text, *span)


def _with_places(arrows: Sequence[ArrowMark], layout: Layout, *, below_heads: bool) -> tuple[ArrowMark, ...]:
    """The same arrows with places for their numbers, and, where few are lit, for the words on those."""
    badges = {arrow.id: arrow.badge for arrow in arrows if arrow.badge}
    badge_at = place_badges(layout, badges)
    lit = [arrow for arrow in arrows if arrow.lit and arrow.words]
    words = {arrow.id: arrow.words for arrow in lit} if len(lit) <= FEW else {}
    words_at = place_words(layout, words, badges, badge_at, below_heads=below_heads)
    return tuple(
        replace(arrow, badge_at=badge_at.get(arrow.id, (0.0, 0.0)), words_at=words_at.get(arrow.id)) for arrow in arrows
    )
