"""A plain record of what will be drawn: boxes, arrows, lanes, legend. Tests and exports read it; `landscape_figure`
draws it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from zlib import crc32

from components.picture.on_lines import place_badges, place_words
from components.picture.places import BOX_WIDTH, ArrowKey, BoxKey, Layout, Point, lay_out
from data.landscape.view import View
from data.landscape.walk import Walk
from data.records import Catalog, Connection, Service

Lay = Callable[..., Layout]  # as `lay_out`
FEW = 16  # lit arrows; more would bury the picture in words
LINE_LENGTH = 12  # letters of a name, and of what stands below it
SECOND_LINE_LENGTH, SECOND_LINES = 16, 2


@dataclass(frozen=True, slots=True)
class BoxMark:
    """A service as drawn: its name, and what it is, in lines; `x`, `y` is its centre."""

    id: str
    lines: tuple[str, ...]
    name: str
    category: str
    hover: str
    x: float
    y: float
    width: float
    height: float
    lit: bool
    selected: bool
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArrowMark:
    """A connection as drawn, from tail to tip; it `asks` where it goes from who asks to who answers, and follows the
    data otherwise. `badge` numbers the steps that it carries, and stands at `badge_at`; `quiet` ones were walked
    before. `words` say what flows, and stand at `words_at` where there is room for them."""

    id: str
    name: str
    kind: str
    hover: str
    tail: str
    head: str
    course: tuple[Point, ...]
    lit: bool
    selected: bool
    asks: bool = False
    quiet: bool = False
    badge: str = ""
    badge_at: Point = (0.0, 0.0)
    words: str = ""
    words_at: Point | None = None


@dataclass(frozen=True, slots=True)
class LaneMark:
    name: str
    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class LegendMark:
    """An entry of the legend: how many services it would leave, whether it is chosen now."""

    id: str
    name: str
    count: int
    chosen: bool
    text: str = ""
    asks: bool = False


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


def scene(
    catalog: Catalog,
    shown: View,
    categories: tuple[LegendMark, ...] = (),
    kinds: tuple[LegendMark, ...] = (),
    *,
    walk: Walk | None = None,
    base: View | None = None,
    columns: Mapping[str, int] | None = None,
    lay: Lay = lay_out,
) -> Scene:
    """The scene of a view: laid out (by `lay`), named, lit.

    With `base`, what is drawn there stands where it stands there, and what is drawn beside it in the places that it
    leaves free. With `columns` (of services) it is drawn as a story, in these columns instead of the lanes.

    Errors: WorkerError where the layout fails.
    """
    boxes, arrows = _keys(catalog, shown)
    if columns is None:
        layout = lay(boxes, arrows, around=_keys(catalog, base) if base else ((), ()))
    else:
        layout = lay(((box, columns.get(box, 0)) for box, _ in boxes), arrows, story=True)
    services = [catalog.services[service] for service, _ in boxes]
    connections = [catalog.connections[connection] for connection, _, _ in arrows]
    drawn = [_arrow(catalog, connection, shown, layout.arrows[connection.id], walk) for connection in connections]
    return Scene(
        title=shown.title,
        width=layout.width,
        height=layout.height,
        boxes=tuple(_box(service, shown, layout) for service in services),
        arrows=_with_places(drawn, layout),
        lanes=tuple(_lane(catalog, lane, span) for lane, span in layout.lanes.items()) if columns is None else (),
        selected=shown.selected,
        categories=categories,
        kinds=kinds,
    )


def _keys(catalog: Catalog, shown: View) -> tuple[list[BoxKey], list[ArrowKey]]:
    lane_order = {lane.id: place for place, lane in enumerate(catalog.taxonomy.lanes)}
    boxes = [
        (service, lane_order[catalog.services[service].lane])
        for service in catalog.services
        if service in shown.services
    ]
    connections = (c for c in catalog.connections.values() if c.id in shown.connections)
    return boxes, [(c.id, c.source_id, c.target_id) for c in connections]


def _lane(catalog: Catalog, lane: int, span: tuple[float, float]) -> LaneMark:
    named = catalog.taxonomy.lanes[lane]
    return LaneMark(named.name, named.text, *span)


def _box(service: Service, shown: View, layout: Layout) -> BoxMark:
    x, y = layout.boxes[service.id]
    what = wrap(service.what or "", SECOND_LINE_LENGTH)[:SECOND_LINES] if layout.roomy else []
    return BoxMark(
        id=service.id,
        lines=wrapped(service.short_name),
        name=service.short_name,
        category=service.category,
        hover=f"{service.name}: {service.purpose.text}",
        x=x,
        y=y,
        width=BOX_WIDTH,
        height=layout.box_height,
        lit=service.id in shown.lit_services,
        selected=service.id == shown.selected,
        what=tuple(what),
    )


def _arrow(
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
        selected=connection.id == (walk.active if walk else shown.selected),
        asks=kind.follows == "question",
        quiet=walk is not None and connection.id in walk.before,
        badge=walk.badges.get(connection.id, "") if walk else "",
        words=connection.flow or kind.flow or "",
    )


def _with_places(arrows: Sequence[ArrowMark], layout: Layout) -> tuple[ArrowMark, ...]:
    """The same arrows with places for their numbers, and, where few are lit, for the words on those."""
    badges = {arrow.id: arrow.badge for arrow in arrows if arrow.badge}
    badge_at = place_badges(layout, badges)
    lit = [arrow for arrow in arrows if arrow.lit and arrow.words]
    words_at = place_words(layout, {a.id: a.words for a in lit} if len(lit) <= FEW else {}, badges, badge_at)
    return tuple(
        replace(arrow, badge_at=badge_at.get(arrow.id, (0.0, 0.0)), words_at=words_at.get(arrow.id)) for arrow in arrows
    )


def wrapped(name: str) -> tuple[str, ...]:
    """A name in lines of about twelve letters, so that it fits a box."""
    return tuple(_lines(name.split()))


def _lines(words: Iterable[str]) -> list[str]:
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LINE_LENGTH:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
