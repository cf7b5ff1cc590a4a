"""A scene on a slide: native boxes, and connectors that are glued to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Pt

from components.exports.glue import Site, Way, glue_of
from components.exports.letters import width_of
from components.exports.record import ends_of, one_line
from components.exports.slide_box import LEAST_NAME, add_box
from components.exports.slide_lines import add_line, stroke
from components.exports.slide_shapes import name_shape, paint, write
from components.picture.curves import Point, middle
from components.picture.look import BadgeLook, BoxLook, Look, look_of
from components.picture.marks import ArrowMark, BoxMark
from components.picture.on_lines import WORDS
from components.picture.scene import Scene
from components.picture.surroundings import LANE_HEAD
from components.picture.theme import Mode, Palette, palette

LARGEST = 1.25  # points for each unit of the scene
DIMMED = " (dimmed)"
LEAST_WORDS = 8.0  # points
ROOM_ABOVE = 20.0  # units of the scene, for lines that run above and below all boxes


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


def scale_of(scene: Scene, area: Area) -> float:
    """How large a scene is drawn in an area: points for each of its units."""
    return min(LARGEST, area.width / (scene.width + 28), area.height / (scene.height + LANE_HEAD + 20))


def draw_scene(slide: Slide, scene: Scene, mode: Mode, area: Area) -> None:
    """Draw lanes, connectors, boxes and step numbers, as large as the area allows. Shapes are named `service ID` and
    `connection ID`; a number is in one group with its connector, and a glyph with its box."""
    scale = scale_of(scene, area)
    left = area.left + (area.width - scene.width * scale) / 2
    above, below = (LANE_HEAD + 8, 12.0) if scene.lanes else (ROOM_ABOVE, ROOM_ABOVE)
    spare = area.height - (above + scene.height + below) * scale
    floor = area.top + (above + scene.height) * scale + max(0.0, spare) / 2
    pen = _Pen(slide, palette(mode), left, floor, scale)
    look = look_of(scene, mode)
    for lane in scene.lanes:
        _lane(pen, lane.name, lane.left - 14, lane.right + 14, scene.height)
    glue = glue_of(scene.boxes, scene.arrows)
    boxes = {box.id: _box(pen, box, look.boxes[box.id], glue.sites[box.id]) for box in scene.boxes}
    first = boxes[scene.boxes[0].id][0] if scene.boxes else None
    for arrow in sorted(scene.arrows, key=lambda arrow: (arrow.lit, arrow.selected)):
        tail, head = ends_of(arrow)
        drawn = _connector(pen, arrow, look, glue.ways[arrow.id], (boxes[tail][1], boxes[head][1]))
        if first is not None:
            first._element.addprevious(drawn)  # below the boxes


def _lane(pen: _Pen, name: str, left: float, right: float, height: float) -> None:
    x, y = pen.place(left, height + LANE_HEAD + 4)
    shape = pen.slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Pt(x), Pt(y), Pt((right - left) * pen.scale), Pt((height + LANE_HEAD + 18) * pen.scale)
    )
    shape.name = f"lane {one_line(name)}"
    paint(shape, pen.colours.lane, None)
    write(shape, one_line(name), max(LEAST_NAME, 12 * pen.scale), pen.colours.quiet_ink, anchor=MSO_ANCHOR.TOP)


def _box(pen: _Pen, box: BoxMark, look: BoxLook, sites: Sequence[Site]) -> tuple[Any, Any]:
    group, shape = add_box(pen.slide, box, (look, pen.colours), sites, (pen.place, pen.scale))
    group.name = f"service {box.id}" + ("" if box.lit else DIMMED)
    return group, shape


def _connector(pen: _Pen, arrow: ArrowMark, look: Look, way: Way, ends: tuple[BaseShape, BaseShape]) -> Any:
    is_told = bool(arrow.words_at) and arrow.lit
    owner = pen.slide.shapes.add_group_shape() if arrow.badge or is_told else pen.slide
    line = add_line(owner, way, pen.place, *ends)
    stroke(line, look.lines[arrow.id], max(0.55, min(1.0, pen.scale)), both=arrow.both)
    name = f"connection {arrow.id}" + ("" if arrow.lit else DIMMED)
    if owner is pen.slide:
        name_shape(line, name, arrow.hover)
        return line._element
    name_shape(line, f"line {arrow.id}", arrow.hover)
    if is_told:
        _words(pen, owner, arrow)
    if arrow.badge:
        _badge(
            pen, owner, (arrow.badge, look.badges[arrow.id]), middle(way.course) if way.is_straight else arrow.badge_at
        )
    owner.name = name
    return owner._element


def _words(pen: _Pen, owner: Any, arrow: ArrowMark) -> None:
    """What flows, beside its line."""
    size, text = max(LEAST_WORDS, WORDS * pen.scale), one_line(arrow.words)
    x, y = pen.place(*(arrow.words_at or (0.0, 0.0)))
    wide, high = width_of(text, size) + 4, size * 1.3
    box = owner.shapes.add_textbox(Pt(x - wide / 2), Pt(y - high / 2), Pt(wide), Pt(high))
    box.name = f"words {arrow.id}"
    write(box, text, size, pen.colours.ink)
    box.text_frame.word_wrap = False


def _badge(pen: _Pen, owner: Any, told: tuple[str, BadgeLook], at: Point) -> None:
    badge, look = told
    x, y = pen.place(*at)
    size = max(14.0, 22 * pen.scale)
    wide = size * max(1.0, 0.5 + 0.25 * len(badge))
    shape = owner.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, Pt(x - wide / 2), Pt(y - size / 2), Pt(wide), Pt(size))
    shape.adjustments[0] = 0.5
    shape.name = f"number {badge}"
    paint(shape, look.fill, look.border)
    write(shape, badge, size * 0.55, look.ink, bold=True)
    shape.text_frame.word_wrap = False
