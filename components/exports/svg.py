"""The picture as SVG: the positions, colours, glyphs and dashes of the screen. PDF and PNG are made from it."""

import json
from xml.etree import ElementTree as ET

from components.exports.letters import FAMILIES, fitted
from components.exports.record import ExportRecord, one_line
from components.exports.svg_frame import EDGE, Frame, draw_foot, draw_head, draw_legend, draw_walk
from components.exports.svg_nodes import add, dashes_of, draw_glyph, draw_plate, number, words
from components.picture.curves import Point
from components.picture.figure import NAME, TEXT_LEFT, WHAT, name_rise
from components.picture.look import BORDER, STACK, BadgeLook, BoxLook, LineLook, look_of
from components.picture.marks import ArrowMark, BoxMark
from components.picture.on_boxes import plate_on
from components.picture.on_lines import WORDS, badge_size, badge_width
from components.picture.scene import Scene
from components.picture.surroundings import GLYPH, GLYPH_LEFT, LANE_NAME, MARGIN, room_around
from components.picture.theme import Mode, Palette, palette

LEAST_WIDTH = 860.0
LINE_HEIGHT = 1.15  # in sizes of letters
SMALLEST = 8.0


def svg_picture(record: ExportRecord) -> bytes:
    """The picture with its title, filters, legend, steps, date and address, as one SVG file; units are CSS pixels."""
    picture: bytes = ET.tostring(svg_tree(record), encoding="utf-8", xml_declaration=True)
    return picture


def svg_tree(record: ExportRecord) -> ET.Element:
    """The same as a tree."""
    scene, colours = record.scene, palette(record.mode)
    width = max(LEAST_WIDTH, scene.width + 2 * MARGIN + 2 * EDGE)
    frame = Frame(width, EDGE, colours)
    letters = {"font-family": FAMILIES, "text-rendering": "geometricPrecision"}  # As wide as they were measured.
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", **letters})
    add(root, "title").text = one_line(record.title)
    add(root, "desc").text = f"{one_line(record.filters)} {record.counts_in_words}."
    add(root, "metadata").text = json.dumps(record.identity(), ensure_ascii=False)
    add(root, "rect", width="100%", height="100%", fill=colours.background)
    y = draw_head(root, record, frame, EDGE)
    y = draw_picture(root, scene, record.mode, left=(width - scene.width) / 2, top=y + 8)
    y = draw_legend(root, record, frame, y + 14)
    y = draw_walk(root, record, frame, y)
    height = draw_foot(root, record, frame, y) + EDGE
    root.attrib |= {
        "width": number(width),
        "height": number(height),
        "viewBox": f"0 0 {number(width)} {number(height)}",
    }
    return root


def draw_picture(root: ET.Element, scene: Scene, mode: Mode, *, left: float, top: float) -> float:
    """Lanes, arrows, boxes, words and badges; gives the y below them. What stands on an arrow names it as `data-on`."""
    colours, look = palette(mode), look_of(scene, mode)
    above, below = room_around(scene)
    floor = top + above + scene.height

    def place(point: Point) -> Point:
        return left + point[0], floor - point[1]

    for lane in scene.lanes:
        x, wide = left + lane.left - 14, lane.right - lane.left + 28
        add(root, "rect", x=x, y=top, width=wide, height=floor + MARGIN - top, fill=colours.lane)
        words(root, (x + wide / 2, top + 22), one_line(lane.name), LANE_NAME, colours.quiet_ink, anchor="middle")
    ordered = sorted(scene.arrows, key=lambda arrow: (arrow.lit, arrow.selected))
    for arrow in ordered:
        _draw_arrow(root, arrow, [place(point) for point in arrow.course], look.lines[arrow.id], colours)
    for box in scene.boxes:
        _draw_box(root, box, place((box.x, box.y)), look.boxes[box.id], colours)
        if box.mark:
            plate = plate_on(box)
            draw_plate(root, plate, place(plate.at), box.mark, look.marks[box.id])
    for arrow in ordered:
        if arrow.words_at:
            x, y = place(arrow.words_at)
            told = words(root, (x, y + WORDS * 0.35), one_line(arrow.words), WORDS, colours.ink, anchor="middle")
            told.set("data-on", arrow.id)
        if arrow.badge:
            group = add(root, "g", data_on=arrow.id)
            _draw_badge(group, arrow.badge, place(arrow.badge_at), look.badges[arrow.id])
    return floor + below


def _draw_arrow(root: ET.Element, arrow: ArrowMark, course: list[Point], line: LineLook, colours: Palette) -> None:
    group = _part(root, "connection", arrow.id, arrow.hover, lit=arrow.lit, opacity=line.opacity)
    group.set("data-kind", arrow.kind)
    course, *heads = with_heads(course, line.head, both=arrow.both)
    points = " ".join(f"{number(x)},{number(y)}" for x, y in course)
    dashes = dashes_of(line)
    add(group, "polyline", points=points, fill="none", stroke=line.colour, stroke_width=line.width, **dashes)
    fill = colours.background if line.open else line.colour
    for head in heads:
        corners = " ".join(f"{number(x)},{number(y)}" for x, y in head)
        add(group, "polygon", points=corners, fill=fill, stroke=line.colour, stroke_width=1.4 if line.open else 0)


def with_heads(course: list[Point], length: float, *, both: bool) -> list[list[Point]]:
    """A course that leaves room for its head, and the corners of the head; of both heads where it has two."""
    course, head = with_head(course, length)
    if not both:
        return [course, head]
    back, other = with_head(course[::-1], length)
    return [back[::-1], head, other]


def with_head(course: list[Point], length: float) -> tuple[list[Point], list[Point]]:
    """A course that ends where its arrow head, `length` long, begins, and the three corners of the head."""
    tip = course[-1]
    kept = [point for point in course if _distance(point, tip) > length] or [course[0]]
    (x, y), far = kept[-1], _distance(kept[-1], tip) or 1.0
    along = ((tip[0] - x) / far, (tip[1] - y) / far)
    foot = (tip[0] - along[0] * length, tip[1] - along[1] * length)
    side = (-along[1] * length * 0.42, along[0] * length * 0.42)
    return [*kept, foot], [tip, (foot[0] + side[0], foot[1] + side[1]), (foot[0] - side[0], foot[1] - side[1])]


def _distance(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _draw_box(root: ET.Element, box: BoxMark, centre: Point, look: BoxLook, colours: Palette) -> None:
    left, top = centre[0] - box.width / 2, centre[1] - box.height / 2
    group = _part(root, "service", box.id, box.hover, lit=box.lit)
    border: dict[str, str | float] = {"stroke": look.border, "stroke_width": look.border_width}
    if box.holds:
        behind: dict[str, str | float] = {"x": left + STACK, "y": top - STACK, "width": box.width, "height": box.height}
        add(group, "rect", rx=7, fill=look.fill, stroke=look.border, stroke_width=BORDER, **behind)
    add(group, "rect", x=left, y=top, width=box.width, height=box.height, rx=7, fill=look.fill, **border)
    glyph_at = (left + GLYPH_LEFT, centre[1] - GLYPH / 2)
    draw_glyph(group, box.category, glyph_at, GLYPH, colours, opacity=look.glyph_opacity)
    room = box.width - TEXT_LEFT - 3
    lines, size = fitting(box.lines, room, NAME, box.height - len(box.what) * WHAT * LINE_HEIGHT - 2)
    told, small = fitting(box.what, room, WHAT, box.height)
    middle = centre[1] - name_rise(box)
    below = middle + (len(lines) * size + len(told) * small) * LINE_HEIGHT / 2
    _write(group, lines, (left + TEXT_LEFT, middle), size, look.ink, bold=True)
    _write(group, told, (left + TEXT_LEFT, below), small, look.quiet_ink)


def _write(group: ET.Element, lines: list[str], at: Point, size: float, colour: str, *, bold: bool = False) -> None:
    """Lines of text, their left middle at a point."""
    for place, line in enumerate(lines):
        y = at[1] + size * 0.35 + (place - (len(lines) - 1) / 2) * LINE_HEIGHT * size
        words(group, (at[0], y), line, size, colour, bold=bold)


def fitting(lines: tuple[str, ...], room: float, size: float, height: float) -> tuple[list[str], float]:
    """Lines, and the size at which they fit into a width and a height."""
    while True:
        found = [line for told in lines for line in fitted(one_line(told), room, size, bold=size > WHAT)]
        if size <= SMALLEST or (len(found) <= len(lines) and len(found) * LINE_HEIGHT * size <= height):
            return found, size
        size -= 0.4


def _draw_badge(root: ET.Element, badge: str, at: Point, look: BadgeLook) -> None:
    size = badge_size(badge)
    half, high = badge_width(badge) / 2, size * 0.8
    disc: dict[str, str | float] = {"fill": look.fill, "stroke": look.border, "stroke_width": look.border_width}
    add(root, "rect", x=at[0] - half, y=at[1] - high, width=2 * half, height=2 * high, rx=high, **disc)
    words(root, (at[0], at[1] + size * 0.35), badge, size, look.ink, anchor="middle", bold=True)


def _part(root: ET.Element, kind: str, identity: str, hover: str, *, lit: bool, opacity: float = 1) -> ET.Element:
    group = add(root, "g", id=f"{kind}-{identity}", fill_opacity=opacity, stroke_opacity=opacity)
    group.attrib |= {f"data-{kind}": identity, "data-lit": "yes" if lit else "no"}
    add(group, "title").text = one_line(hover)
    return group
