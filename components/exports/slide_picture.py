"""A scene on a slide: native boxes, and connectors that are glued to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Pt

from components.exports.glue import Site, Way, glue_of
from components.exports.letters import width_of
from components.exports.record import ends_of, one_line
from components.exports.slide_lines import add_line, box_geometry, stroke
from components.exports.slide_shapes import name_shape, paint, without_theme, write
from components.picture.figure import DIM, QUIET, middle
from components.picture.places import BOX_HEIGHT, BOX_WIDTH, Point
from components.picture.scene import ArrowMark, BoxMark, Scene
from components.picture.surroundings import LANE_HEAD
from components.picture.theme import Palette, mixed

LARGEST = 1.25  # points for each unit of the scene
DIMMED = " (dimmed)"
KEY = 8.5
NAME = 13.0  # units of the scene
LEAST_NAME = 10.0  # points


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


def draw_scene(slide: Slide, scene: Scene, colours: Palette, area: Area) -> None:
    """Draw lanes, connectors, boxes and step numbers, as large as the area allows. Shapes are named `service ID` and
    `connection ID`; a number is in one group with its connector, and a glyph with its box."""
    scale = scale_of(scene, area)
    left = area.left + (area.width - scene.width * scale) / 2
    floor = area.top + (LANE_HEAD + 8 + scene.height) * scale
    pen = _Pen(slide, colours, left, floor, scale)
    for lane in scene.lanes:
        _lane(pen, lane.name, lane.left - 14, lane.right + 14, scene.height)
    glue = glue_of(scene.boxes, scene.arrows)
    boxes = {box.id: _box(pen, box, glue.sites[box.id]) for box in scene.boxes}
    first = boxes[scene.boxes[0].id] if scene.boxes else None
    for arrow in sorted(scene.arrows, key=lambda arrow: (arrow.lit, arrow.selected)):
        tail, head = ends_of(arrow)
        drawn = _connector(pen, arrow, glue.ways[arrow.id], boxes[tail], boxes[head])
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


def _box(pen: _Pen, box: BoxMark, sites: Sequence[Site]) -> Any:
    colours = pen.colours
    x, y = pen.place(box.x - BOX_WIDTH / 2, box.y + BOX_HEIGHT / 2)
    shape = pen.slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, Pt(x), Pt(y), Pt(BOX_WIDTH * pen.scale), Pt(BOX_HEIGHT * pen.scale)
    )
    box_geometry(shape, (BOX_WIDTH, BOX_HEIGHT), sites)
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
    size = NAME if max(map(len, box.lines), default=0) <= 15 and len(box.lines) <= 2 else 11.0
    write(shape, one_line(box.name), max(LEAST_NAME, size * pen.scale), ink)
    return shape


def _connector(pen: _Pen, arrow: ArrowMark, way: Way, tail: BaseShape, head: BaseShape) -> Any:
    strength = QUIET if arrow.quiet else 1.0 if arrow.lit else DIM + 0.08
    colour = (
        pen.colours.accent if arrow.selected else mixed(pen.colours.line[arrow.kind], pen.colours.background, strength)
    )
    owner = pen.slide.shapes.add_group_shape() if arrow.badge else pen.slide
    line = add_line(owner, way, pen.place, tail, head)
    stroke(
        line,
        colour,
        (3.0 if arrow.selected else 1.6) * max(0.55, min(1.0, pen.scale)),
        "data" if arrow.selected else arrow.kind,
    )
    name = f"connection {arrow.id}" + ("" if arrow.lit else DIMMED)
    if not arrow.badge:
        name_shape(line, name, arrow.hover)
        return line._element
    name_shape(line, f"line {arrow.id}", arrow.hover)
    _badge(pen, owner, arrow, middle(way.course))
    owner.name = name
    return owner._element


def _badge(pen: _Pen, owner: Any, arrow: ArrowMark, at: Point) -> None:
    x, y = pen.place(*at)
    size = max(14.0, 22 * pen.scale)
    wide = size * max(1.0, 0.5 + 0.25 * len(arrow.badge))
    shape = owner.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, Pt(x - wide / 2), Pt(y - size / 2), Pt(wide), Pt(size))
    shape.adjustments[0] = 0.5
    shape.name = f"number {arrow.badge}"
    colour = pen.colours.accent if arrow.selected else pen.colours.quiet_ink
    filled = arrow.selected or arrow.quiet
    paint(shape, colour if filled else pen.colours.background, colour)
    write(shape, arrow.badge, size * 0.55, pen.colours.background if filled else pen.colours.ink, bold=True)


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
            stroke(sample, colours.line[line], 1.4, line)
        sample.name = f"key {name}"
        box = slide.shapes.add_textbox(Pt(x + sign), Pt(y), Pt(width_of(name, KEY) + 4), Pt(13))
        box.name = f"key name {name}"
        write(box, name, KEY, colours.ink, align=PP_ALIGN.LEFT)
        box.text_frame.word_wrap = False
        x += sign + width_of(name, KEY) + 18
