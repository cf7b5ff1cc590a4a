"""A scene on a slide: native boxes, and connectors that are glued to them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu, Pt

from components.exports.glue import SIDES, Way, choose_way
from components.exports.letters import width_of
from components.exports.record import ends_of, one_line
from components.exports.slide_shapes import name_shape, paint, without_theme, write
from components.picture.figure import DIM, QUIET
from components.picture.places import BOX_HEIGHT, BOX_WIDTH, Point
from components.picture.scene import ArrowMark, BoxMark, Scene
from components.picture.surroundings import LANE_HEAD
from components.picture.theme import DASHES, Palette, mixed

LARGEST = 1.25  # points for each unit of the scene
DIMMED = " (dimmed)"
KEY = 8.5
ROOM = 32.0  # points between two boxes that a curve needs


@dataclass(frozen=True)
class Area:
    """A part of a slide, in points."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class _Pen:
    """Puts the units of a scene (y up) onto a slide (points, y down)."""

    slide: Slide
    colours: Palette
    left: float
    floor: float
    scale: float

    def place(self, x: float, y: float) -> Point:
        return self.left + x * self.scale, self.floor - y * self.scale


def draw_scene(slide: Slide, scene: Scene, colours: Palette, area: Area) -> None:
    """Draw lanes, boxes, connectors and step numbers, as large as the area allows. Shapes are named `service ID` and
    `connection ID`."""
    scale = min(LARGEST, area.width / (scene.width + 28), area.height / (scene.height + LANE_HEAD + 20))
    left = area.left + (area.width - scene.width * scale) / 2
    floor = area.top + (LANE_HEAD + 8 + scene.height) * scale
    pen = _Pen(slide, colours, left, floor, scale)
    for lane in scene.lanes:
        _lane(pen, lane.name, lane.left - 14, lane.right + 14, scene.height)
    boxes = {box.id: _box(pen, box) for box in scene.boxes}
    first = boxes[scene.boxes[0].id] if scene.boxes else None
    taken: dict[frozenset[str], list[Way]] = defaultdict(list)
    centres = {box.id: (box.x, -box.y) for box in scene.boxes}
    ordered = sorted(scene.arrows, key=lambda arrow: (arrow.lit, arrow.selected))
    ways = {}
    for arrow in scene.arrows:  # in the scene's order, so that every slide of a deck draws the same ways
        tail, head = ends_of(arrow)
        others = [centre for box, centre in centres.items() if box not in {tail, head}]
        pair = taken[frozenset((tail, head))]
        ways[arrow.id] = choose_way(centres[tail], centres[head], others, pair, room=ROOM / scale)
        pair.append(ways[arrow.id])
    for arrow in ordered:
        tail, head = ends_of(arrow)
        line = _connector(pen, arrow, ways[arrow.id], boxes[tail], boxes[head])
        if first is not None:
            first._element.addprevious(line)  # below the boxes
    for arrow in ordered:
        if arrow.badge:
            _badge(pen, arrow, ways[arrow.id].middle)


def _lane(pen: _Pen, name: str, left: float, right: float, height: float) -> None:
    x, y = pen.place(left, height + LANE_HEAD + 4)
    shape = pen.slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Pt(x), Pt(y), Pt((right - left) * pen.scale), Pt((height + LANE_HEAD + 18) * pen.scale)
    )
    shape.name = f"lane {one_line(name)}"
    paint(shape, pen.colours.lane, None)
    write(shape, one_line(name), max(6.0, 12 * pen.scale), pen.colours.quiet_ink, anchor=MSO_ANCHOR.TOP)


def _box(pen: _Pen, box: BoxMark) -> Any:
    colours = pen.colours
    x, y = pen.place(box.x - BOX_WIDTH / 2, box.y + BOX_HEIGHT / 2)
    shape = pen.slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, Pt(x), Pt(y), Pt(BOX_WIDTH * pen.scale), Pt(BOX_HEIGHT * pen.scale)
    )
    shape.adjustments[0] = 0.14
    name_shape(shape, f"service {box.id}" + ("" if box.lit else DIMMED), box.hover)
    fill, mark = colours.fill[box.category], colours.mark[box.category]
    border = colours.accent if box.selected else mark if box.lit else mixed(mark, colours.background, 0.3)
    paint(
        shape,
        fill if box.lit else mixed(fill, colours.background, 0.5),
        border,
        width=(3.0 if box.selected else 1.5) * min(1.0, pen.scale),
    )
    ink = colours.ink if box.lit else mixed(colours.ink, colours.background, 0.55)
    size = 13.0 if max(map(len, box.lines), default=0) <= 15 and len(box.lines) <= 2 else 10.5
    write(shape, one_line(box.name), size * pen.scale, ink)
    return shape


def _connector(pen: _Pen, arrow: ArrowMark, way: Way, tail: BaseShape, head: BaseShape) -> Any:
    line = pen.slide.shapes.add_connector(MSO_CONNECTOR.CURVE if way.curved else MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
    without_theme(line)
    line.begin_connect(tail, SIDES.index(way.start))
    line.end_connect(head, SIDES.index(way.end))
    if way.bulge:
        _swing_out(line, way, way.bulge * pen.scale * 12700)
    name_shape(line, f"connection {arrow.id}" + ("" if arrow.lit else DIMMED), arrow.hover)
    strength = QUIET if arrow.quiet else 1.0 if arrow.lit else DIM + 0.08
    colour = (
        pen.colours.accent if arrow.selected else mixed(pen.colours.line[arrow.kind], pen.colours.background, strength)
    )
    _stroke(
        line,
        colour,
        (3.0 if arrow.selected else 1.6) * max(0.55, min(1.0, pen.scale)),
        "data" if arrow.selected else arrow.kind,
    )
    return line._element


def _stroke(line: Any, colour: str, width: float, kind: str) -> None:
    """Colour, width (points), the dashes of a kind, and a head."""
    line.line.color.rgb = RGBColor.from_string(colour[1:])
    line.line.width = Pt(width)
    drawn = line.line._get_or_add_ln()
    if DASHES[kind] != "solid":
        dashes = _inside(drawn, "a:custDash")
        lengths = [float(part.removesuffix("px")) for part in DASHES[kind].split(",")]
        for dash, gap in zip(lengths[::2], lengths[1::2], strict=True):
            _inside(dashes, "a:ds", d=f"{dash * 60000:.0f}", sp=f"{gap * 60000:.0f}")
    _inside(drawn, "a:tailEnd", type="triangle", w="med", len="med")


def _inside(parent: Any, tag: str, **attributes: str) -> Any:
    """A new XML element at the end of another."""
    node = parent.makeelement(qn(tag), attributes)
    parent.append(node)
    return node


def _swing_out(line: Any, way: Way, bulge: float) -> None:
    """Make a connector between two equal sides (both left or both right) swing out by `bulge` EMU."""
    wide = max(int(line.width), 12700)
    line.width = Emu(wide)
    flipped = line._element.spPr.find(qn("a:xfrm")).get("flipH") == "1"
    share = (wide + bulge) / wide if (way.start == "right") != flipped else -bulge / wide
    geometry = line._element.spPr.find(qn("a:prstGeom"))
    values = geometry.find(qn("a:avLst"))
    if values is None:
        values = _inside(geometry, "a:avLst")
    _inside(values, "a:gd", name="adj1", fmla=f"val {share * 100000:.0f}")


def _badge(pen: _Pen, arrow: ArrowMark, at: Point) -> None:
    x, y = pen.place(at[0], -at[1])
    size = 22 * pen.scale
    wide = size * max(1.0, 0.5 + 0.25 * len(arrow.badge))
    shape = pen.slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, Pt(x - wide / 2), Pt(y - size / 2), Pt(wide), Pt(size)
    )
    shape.adjustments[0] = 0.5
    shape.name = f"number {arrow.badge}"
    colour = pen.colours.accent if arrow.selected else pen.colours.quiet_ink
    filled = arrow.selected or arrow.quiet
    paint(shape, colour if filled else pen.colours.background, colour)
    write(shape, arrow.badge, 12 * pen.scale, pen.colours.background if filled else pen.colours.ink, bold=True)


def draw_key(slide: Slide, entries: Sequence[tuple[str, str, str]], colours: Palette, area: Area) -> None:
    """A legend in rows of 13 points: for each entry its name, its fill and its border, or, where the fill is empty,
    its kind of line."""
    x, y = area.left, area.top
    for name, fill, line in entries:
        sign, wide = (16.0, 12.0) if fill else (28.0, 22.0)
        if x + sign + width_of(name, KEY) > area.left + area.width:
            x, y = area.left, y + 13
        if fill:
            sample = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, Pt(x), Pt(y + 2.5), Pt(wide), Pt(8))
            paint(sample, fill, line)
        else:
            sample = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(x), Pt(y + 6.5), Pt(x + wide), Pt(y + 6.5))
            without_theme(sample)
            _stroke(sample, colours.line[line], 1.4, line)
        sample.name = f"key {name}"
        box = slide.shapes.add_textbox(Pt(x + sign), Pt(y), Pt(width_of(name, KEY) + 4), Pt(13))
        box.name = f"key name {name}"
        write(box, name, KEY, colours.ink, align=PP_ALIGN.LEFT)
        box.text_frame.word_wrap = False
        x += sign + width_of(name, KEY) + 18
