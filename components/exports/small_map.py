"""Small maps for cards: a use case as it is drawn, a service with its nearest neighbours, services with what joins
them.

They are seen at 300 px and less, so boxes of a use case have glyphs alone, and those of the others names alone.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree as ET

from components.exports.drawn_letters import DrawnLetters
from components.exports.letters import FAMILIES, fitted
from components.exports.svg_nodes import add, draw_glyph, number
from components.picture.curves import Point
from components.picture.look import sample_of
from components.picture.story import Leg, story_columns
from components.picture.theme import Mode, Palette, palette
from components.picture.views import use_case_scene
from data.comparing.comparison_view import shared
from data.landscape.walk import place_on
from data.records import Catalog, Connection

WIDTH, EDGE = 300.0, 4.0
LETTERS, LINE = 11.5, 13.0  # px
BOX: Point = (86.0, 34.0)  # with a name; one with a glyph is square
ROW_GAP, SIDE = 8.0, 22.0
MOST_AT_A_SIDE, MOST_SHARED, MOST_COLUMNS = 4, 3, 3


@dataclass(frozen=True, slots=True)
class _Box:
    """A box by its centre; without lines it has the glyph of its category."""

    category: str
    at: Point
    size: Point
    lines: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    kind: str
    asks: bool
    course: tuple[Point, ...]


@lru_cache(maxsize=512)
def small_map_of_use_case(catalog: Catalog, use_case: str, mode: Mode) -> bytes:
    """A use case in its own places, as an SVG file.

    Errors: WorkerError where the layout fails.
    """
    scene = use_case_scene(catalog, place_on(catalog.use_cases[use_case]))
    scale = min(0.34, (WIDTH - 2 * EDGE - SIDE) / max(scene.width - scene.boxes[0].width, 1))
    height = (scene.height - scene.boxes[0].height) * scale * 0.8 + SIDE + 2 * EDGE
    left = (WIDTH - (scene.width - scene.boxes[0].width) * scale) / 2

    def place(x: float, y: float) -> Point:
        across = left + (x - scene.boxes[0].width / 2) * scale
        return across, height - EDGE - SIDE / 2 - (y - scene.boxes[0].height / 2) * scale * 0.8

    boxes = [_Box(box.category, place(box.x, box.y), (SIDE, SIDE)) for box in scene.boxes]
    at = {box.id: place(box.x, box.y) for box in scene.boxes}
    lines = [
        _Line(arrow.kind, arrow.asks, _between(at[arrow.tail], at[arrow.head], (SIDE, SIDE))) for arrow in scene.arrows
    ]
    return _drawn(boxes, lines, height, mode)


@lru_cache(maxsize=512)
def small_map_of_connection(catalog: Catalog, connection: str, mode: Mode) -> bytes:
    """A connection between its two services, as an SVG file."""
    record = catalog.connections[connection]
    return _in_columns(catalog, (record.source_id, record.target_id), [record], None, mode)


@lru_cache(maxsize=512)
def small_map_of_services(catalog: Catalog, services: tuple[str, ...], mode: Mode) -> bytes:
    """Services and what joins them; a single one with those that it is joined to first, as an SVG file."""
    alone = services[0] if len(services) == 1 else None
    around = _nearest(catalog, alone) if alone else _joining(catalog, services)
    return _in_columns(catalog, services, around, alone, mode)


def rows_around(catalog: Catalog, service: str) -> int:
    """How many boxes stand one above the other in the map of a single service."""
    around = _nearest(catalog, service)
    leaving = sum(connection.source_id == service for connection in around)
    return max(leaving, len(around) - leaving, 1)


def _in_columns(
    catalog: Catalog, services: tuple[str, ...], around: list[Connection], alone: str | None, mode: Mode
) -> bytes:
    """Services and what is around them: what leads to `alone` at its left, else in the order of a story where the
    width has room for that."""
    legs = [Leg(c.source_id, c.target_id, catalog.kinds[c.kind].follows == "question") for c in around]
    named = dict.fromkeys([*services, *(end for leg in legs for end in (leg.tail, leg.head))])
    columns = _columns_around([alone], legs) if alone else story_columns(legs, services)
    if len({columns.get(service, 0) for service in named}) > MOST_COLUMNS:
        columns = _columns_around(services, legs)
    members: dict[int, list[str]] = defaultdict(list)
    for service in named:
        members[columns.get(service, 0)].append(service)
    height = max(map(len, members.values())) * (BOX[1] + ROW_GAP) - ROW_GAP + 2 * EDGE
    at = {
        service: spot
        for place, column in enumerate(sorted(members))
        for service, spot in zip(
            members[column], _column(len(members[column]), place, len(members), height), strict=True
        )
    }
    boxes = [
        _Box(catalog.services[s].category, at[s], BOX, _lines(catalog.services[s].short_name), strong=s in services)
        for s in named
    ]
    lines = [
        _Line(c.kind, leg.asks, _between(at[leg.tail], at[leg.head], BOX)) for c, leg in zip(around, legs, strict=True)
    ]
    return _drawn(boxes, lines, height, mode)


def _column(members: int, place: int, columns: int, height: float) -> list[Point]:
    """The centres of the boxes of a column, which stands in the middle of the height."""
    gap = (WIDTH - 2 * EDGE - BOX[0]) / max(columns - 1, 1)
    x = EDGE + BOX[0] / 2 + place * gap if columns > 1 else WIDTH / 2
    free = (height - members * (BOX[1] + ROW_GAP) + ROW_GAP) / 2
    return [(x, free + BOX[1] / 2 + row * (BOX[1] + ROW_GAP)) for row in range(members)]


def _nearest(catalog: Catalog, service: str) -> list[Connection]:
    """The connections of a service to a few others at each side, the main ones first."""
    found: list[Connection] = []
    sides: tuple[list[str], list[str]] = ([], [])
    for connection in sorted(catalog.connections_of(service), key=lambda one: one.scope != "core"):
        leaves = connection.source_id == service
        other = connection.target_id if leaves else connection.source_id
        if other != service and other not in sides[0] + sides[1] and len(sides[leaves]) < MOST_AT_A_SIDE:
            sides[leaves].append(other)
            found.append(connection)
    return found


def _joining(catalog: Catalog, services: Sequence[str]) -> list[Connection]:
    """One connection for each two services that are joined; where none are, those to a few that they share."""
    return _first_between(catalog, services) or [
        connection
        for other in _first_shared(catalog, services)
        for connection in _first_between(catalog, (*services, other))
    ]


def _first_between(catalog: Catalog, services: Sequence[str]) -> list[Connection]:
    found: dict[tuple[str, str], Connection] = {}
    for connection in catalog.connections.values():
        if {connection.source_id, connection.target_id} <= set(services):
            found.setdefault((connection.source_id, connection.target_id), connection)
    return list(found.values())


def _first_shared(catalog: Catalog, services: Sequence[str]) -> list[str]:
    """The main services first, those that lead to others before those that others lead to."""
    both = shared(catalog, services)
    lanes = [lane.id for lane in catalog.taxonomy.lanes]
    return sorted(
        both, key=lambda one: (catalog.services[one].scope != "core", lanes.index(catalog.services[one].lane))
    )[:MOST_SHARED]


def _columns_around(services: Sequence[str], legs: Sequence[Leg]) -> dict[str, int]:
    """What leads to services at their left, what they lead to at their right."""
    left = {leg.tail: 0 for leg in legs}
    return {leg.head: 2 for leg in legs} | left | dict.fromkeys(services, 1)


def _lines(name: str) -> tuple[str, ...]:
    return tuple(fitted(name, BOX[0] - 12, LETTERS))[:2]


def _between(start: Point, end: Point, size: Point) -> tuple[Point, ...]:
    """A straight line from border to border."""
    (x0, y0), (x1, y1) = start, end
    across, down = x1 - x0, y1 - y0
    reach = max(abs(across) / size[0], abs(down) / size[1], 0.5) * 2
    return (x0 + across / reach, y0 + down / reach), (x1 - across / reach, y1 - down / reach)


def _drawn(boxes: Sequence[_Box], lines: Sequence[_Line], height: float, mode: Mode) -> bytes:
    colours = palette(mode)
    size = {"width": number(WIDTH), "height": number(height), "viewBox": f"0 0 {number(WIDTH)} {number(height)}"}
    look = {"font-family": FAMILIES, "text-rendering": "geometricPrecision"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **look, **size})
    letters = DrawnLetters(root)
    for line in lines:
        _draw_line(root, line, colours)
    for box in boxes:
        _draw_box(root, box, letters, colours)
    drawing: bytes = ET.tostring(root, encoding="utf-8")
    return drawing


def _draw_line(root: ET.Element, line: _Line, colours: Palette) -> None:
    look = sample_of(line.kind, colours, asks=line.asks)
    (x0, y0), (x1, y1) = line.course
    add(root, "line", x1=x0, y1=y0, x2=x1, y2=y1, stroke=look.colour, stroke_width=1.3)
    far = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1.0
    ahead, aside = ((x1 - x0) / far * 6, (y1 - y0) / far * 6), ((y1 - y0) / far * 3, (x0 - x1) / far * 3)
    corners = [(x1, y1), *((x1 - ahead[0] + side * aside[0], y1 - ahead[1] + side * aside[1]) for side in (1, -1))]
    fill = {"fill": colours.background if look.open else look.colour, "stroke": look.colour}
    add(root, "polygon", points=" ".join(f"{number(x)},{number(y)}" for x, y in corners), **fill)


def _draw_box(root: ET.Element, box: _Box, letters: DrawnLetters, colours: Palette) -> None:
    left, top = box.at[0] - box.size[0] / 2, box.at[1] - box.size[1] / 2
    if not box.lines:
        draw_glyph(root, box.category, (left, top), box.size[0], colours)
        return
    border = {"fill": colours.fill[box.category], "stroke": colours.mark[box.category]}
    width = 2.0 if box.strong else 1.0
    add(root, "rect", x=left, y=top, width=box.size[0], height=box.size[1], rx=5, stroke_width=width, **border)
    for place, line in enumerate(box.lines):
        y = box.at[1] + LETTERS * 0.35 + (place - (len(box.lines) - 1) / 2) * LINE
        letters.words(root, (box.at[0], y), line, LETTERS, colours.ink, bold=box.strong)
