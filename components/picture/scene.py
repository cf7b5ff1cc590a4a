"""A plain record of what will be drawn: boxes, arrows, lanes, legend. Tests and exports read it; `landscape_figure`
draws it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zlib import crc32

from components.picture.places import ArrowKey, BoxKey, Layout, Point, lay_out
from data.landscape.view import View
from data.landscape.walk import Walk
from data.records import Catalog

LINE_LENGTH = 12


@dataclass(frozen=True, slots=True)
class BoxMark:
    """A service as drawn; `x`, `y` is its centre."""

    id: str
    lines: tuple[str, ...]
    name: str
    category: str
    hover: str
    x: float
    y: float
    lit: bool
    selected: bool


@dataclass(frozen=True, slots=True)
class ArrowMark:
    """A connection as drawn, from tail to tip; `badge` numbers the steps that it carries; `quiet` ones were walked
    before."""

    id: str
    name: str
    kind: str
    hover: str
    course: tuple[Point, ...]
    lit: bool
    selected: bool
    quiet: bool = False
    badge: str = ""


@dataclass(frozen=True, slots=True)
class LaneMark:
    name: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class LegendMark:
    """An entry of the legend: how many services it would leave, whether it is chosen now."""

    id: str
    name: str
    count: int
    chosen: bool


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
        """What the positions depend on: a view that shows the same things keeps its zoom."""
        drawn = " ".join((*(box.id for box in self.boxes), *(arrow.id for arrow in self.arrows)))
        return f"{crc32(drawn.encode()):08x}"


def scene(
    catalog: Catalog,
    shown: View,
    categories: tuple[LegendMark, ...] = (),
    kinds: tuple[LegendMark, ...] = (),
    walk: Walk | None = None,
    *,
    lay: Callable[[Iterable[BoxKey], Iterable[ArrowKey]], Layout] = lay_out,
) -> Scene:
    """The scene of a view: laid out (by `lay`), named, lit.

    Errors: WorkerError where the layout fails.
    """
    lane_order = {lane.id: place for place, lane in enumerate(catalog.taxonomy.lanes)}
    services = [service for service in catalog.services.values() if service.id in shown.services]
    connections = [connection for connection in catalog.connections.values() if connection.id in shown.connections]
    layout = lay(
        ((s.id, lane_order[s.lane]) for s in services), ((c.id, c.source_id, c.target_id) for c in connections)
    )
    kind_names = {kind.id: kind.name for kind in catalog.taxonomy.kinds}
    return Scene(
        title=shown.title,
        width=layout.width,
        height=layout.height,
        boxes=tuple(
            BoxMark(
                id=service.id,
                lines=wrapped(service.short_name),
                name=service.short_name,
                category=service.category,
                hover=f"{service.name}: {service.purpose.text}",
                x=layout.boxes[service.id][0],
                y=layout.boxes[service.id][1],
                lit=service.id in shown.lit_services,
                selected=service.id == shown.selected,
            )
            for service in services
        ),
        arrows=tuple(
            ArrowMark(
                id=connection.id,
                name=(
                    f"{catalog.services[connection.source_id].short_name} "
                    f"→ {catalog.services[connection.target_id].short_name}"
                ),
                kind=connection.kind,
                hover=(
                    f"{catalog.services[connection.source_id].short_name} "
                    f"→ {catalog.services[connection.target_id].short_name}"
                    f" ({kind_names[connection.kind]}): {connection.what.text}"
                ),
                course=layout.arrows[connection.id],
                lit=connection.id in shown.lit_connections,
                selected=connection.id == (walk.active if walk else shown.selected),
                quiet=walk is not None and connection.id in walk.before,
                badge=walk.badges.get(connection.id, "") if walk else "",
            )
            for connection in connections
        ),
        lanes=tuple(LaneMark(catalog.taxonomy.lanes[lane].name, *span) for lane, span in layout.lanes.items()),
        selected=shown.selected,
        categories=categories,
        kinds=kinds,
    )


def wrapped(name: str) -> tuple[str, ...]:
    """A name in lines of about twelve letters, so that it fits a box."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LINE_LENGTH:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)
