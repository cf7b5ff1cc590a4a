"""The picture as SVG: the positions, colours, glyphs and dashes of the screen. PDF and PNG are made from it."""

import json
from xml.etree import ElementTree as ET

from components.exports.letters import FAMILIES, fitted
from components.exports.record import ExportRecord, one_line
from components.exports.svg_frame import Frame, draw_foot, draw_head, draw_legend, draw_walk
from components.exports.svg_nodes import add, draw_glyph, number, words
from components.picture.figure import FAINT, lines_of, middle, opacity_of
from components.picture.places import BOX_HEIGHT, BOX_WIDTH, Point
from components.picture.scene import ArrowMark, BoxMark, Scene
from components.picture.surroundings import GLYPH, GLYPH_LEFT, LANE_HEAD, MARGIN
from components.picture.theme import DASHES, Palette, mixed, palette

LEAST_WIDTH = 860.0
EDGE = 28.0
NAME_SIZE, LINE_HEIGHT = 13.0, 15.0


def svg_picture(record: ExportRecord) -> bytes:
    """The picture with its title, filters, legend, steps, date and address, as one SVG file; units are CSS pixels."""
    picture: bytes = ET.tostring(svg_tree(record), encoding="utf-8", xml_declaration=True)
    return picture


def svg_tree(record: ExportRecord) -> ET.Element:
    """The same as a tree."""
    scene, colours = record.scene, palette(record.mode)
    width = max(LEAST_WIDTH, scene.width + 2 * MARGIN + 2 * EDGE)
    frame = Frame(width, EDGE, colours)
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": FAMILIES})
    add(root, "title").text = one_line(record.title)
    add(root, "desc").text = f"{one_line(record.filters)} {record.counts_in_words}."
    add(root, "metadata").text = json.dumps(record.identity(), ensure_ascii=False)
    add(root, "rect", width="100%", height="100%", fill=colours.background)
    y = draw_head(root, record, frame, EDGE)
    y = _draw_scene(root, scene, colours, left=(width - scene.width) / 2, top=y + 8)
    y = draw_legend(root, record, frame, y + 14)
    y = draw_walk(root, record, frame, y)
    height = draw_foot(root, record, frame, y) + EDGE
    root.attrib |= {
        "width": number(width),
        "height": number(height),
        "viewBox": f"0 0 {number(width)} {number(height)}",
    }
    return root


def _draw_scene(root: ET.Element, scene: Scene, colours: Palette, *, left: float, top: float) -> float:
    """Lanes, arrows, boxes and badges; gives the y below them."""
    floor = top + LANE_HEAD + MARGIN / 2 + scene.height

    def place(point: Point) -> Point:
        return left + point[0], floor - point[1]

    for lane in scene.lanes:
        x, wide = left + lane.left - 14, lane.right - lane.left + 28
        add(root, "rect", x=x, y=top, width=wide, height=floor + MARGIN - top, fill=colours.lane)
        words(root, (x + wide / 2, top + 22), one_line(lane.name), 13, colours.quiet_ink, anchor="middle")
    ordered = sorted(scene.arrows, key=lambda arrow: (arrow.lit, arrow.selected))
    for arrow in ordered:
        _draw_arrow(root, arrow, [place(point) for point in arrow.course], scene, colours)
    for box in scene.boxes:
        _draw_box(root, box, place((box.x, box.y)), colours)
    for arrow in ordered:
        if arrow.badge:
            _draw_badge(root, arrow, place(middle(arrow.course)), colours)
    return floor + MARGIN


def _draw_arrow(root: ET.Element, arrow: ArrowMark, course: list[Point], scene: Scene, colours: Palette) -> None:
    lines = lines_of(scene) if arrow.lit else FAINT
    colour = colours.accent if arrow.selected else colours.line[arrow.kind]
    width = 3.2 if arrow.selected else lines.width
    group = _part(root, "connection", arrow.id, arrow.hover, lit=arrow.lit, opacity=opacity_of(arrow, lines))
    group.set("data-kind", arrow.kind)
    course, head = with_head(course, 4.0 + 2.4 * width)
    dashes = (
        {}
        if DASHES[arrow.kind] == "solid"
        else {"stroke-dasharray": DASHES[arrow.kind].replace("px", "").replace(",", " ")}
    )
    points = " ".join(f"{number(x)},{number(y)}" for x, y in course)
    add(
        group,
        "polyline",
        points=points,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linejoin="round",
        **dashes,
    )
    add(group, "polygon", points=" ".join(f"{number(x)},{number(y)}" for x, y in head), fill=colour)


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


def _draw_box(root: ET.Element, box: BoxMark, centre: Point, colours: Palette) -> None:
    fill, mark = colours.fill[box.category], colours.mark[box.category]
    left, top = centre[0] - BOX_WIDTH / 2, centre[1] - BOX_HEIGHT / 2
    group = _part(root, "service", box.id, box.hover, lit=box.lit)
    add(
        group,
        "rect",
        x=left,
        y=top,
        width=BOX_WIDTH,
        height=BOX_HEIGHT,
        rx=7,
        fill=fill if box.lit else mixed(fill, colours.background, 0.5),
        stroke=colours.accent if box.selected else mark if box.lit else mixed(mark, colours.background, 0.3),
        stroke_width=3.5 if box.selected else 1.6,
    )
    draw_glyph(
        group, box.category, (left + GLYPH_LEFT, centre[1] - GLYPH / 2), GLYPH, colours, opacity=1 if box.lit else 0.35
    )
    text_left = left + GLYPH_LEFT + GLYPH
    lines, size = _name_in(box, BOX_WIDTH - GLYPH_LEFT - GLYPH - 4)
    ink = colours.ink if box.lit else mixed(colours.ink, colours.background, 0.55)
    for place, line in enumerate(lines):
        y = centre[1] + size * 0.35 + (place - (len(lines) - 1) / 2) * LINE_HEIGHT * size / NAME_SIZE
        words(group, ((text_left + left + BOX_WIDTH) / 2, y), line, size, ink, anchor="middle")


def _name_in(box: BoxMark, room: float) -> tuple[list[str], float]:
    """The lines of a name, and the size at which they fit a box."""
    size = NAME_SIZE
    while True:
        lines = [line for told in box.lines for line in fitted(one_line(told), room, size)]
        if size <= 7 or len(lines) * LINE_HEIGHT * size / NAME_SIZE <= BOX_HEIGHT - 2:
            return lines, size
        size -= 1


def _draw_badge(root: ET.Element, arrow: ArrowMark, at: Point, colours: Palette) -> None:
    colour = colours.accent if arrow.selected else colours.quiet_ink
    filled = arrow.selected or arrow.quiet
    half = max(11.0, 5.0 + 3.2 * len(arrow.badge))
    add(
        root,
        "rect",
        x=at[0] - half,
        y=at[1] - 11,
        width=2 * half,
        height=22,
        rx=11,
        fill=colour if filled else colours.background,
        stroke=colour,
        stroke_width=1.5,
    )
    words(
        root,
        (at[0], at[1] + 4.5),
        arrow.badge,
        13,
        colours.background if filled else colours.ink,
        anchor="middle",
        bold=True,
    )


def _part(root: ET.Element, kind: str, identity: str, hover: str, *, lit: bool, opacity: float = 1) -> ET.Element:
    group = add(root, "g", id=f"{kind}-{identity}", fill_opacity=opacity, stroke_opacity=opacity)
    group.attrib |= {f"data-{kind}": identity, "data-lit": "yes" if lit else "no"}
    add(group, "title").text = one_line(hover)
    return group
