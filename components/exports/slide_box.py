"""A service on a slide: a group of its box, with name and what it is, and its glyph."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from components.exports.glue import Site
from components.exports.slide_icon import add_icon
from components.exports.slide_lines import box_geometry
from components.exports.slide_shapes import name_shape, paint
from components.exports.svg import fitting
from components.picture.curves import Point
from components.picture.figure import NAME, TEXT_LEFT, WHAT
from components.picture.look import BoxLook
from components.picture.marks import BoxMark
from components.picture.surroundings import GLYPH, GLYPH_LEFT
from components.picture.theme import Palette

LEAST_NAME = 10.0  # points
LINE = 1.2  # the height of a line, in sizes


def add_box(
    slide: Slide,
    box: BoxMark,
    drawn: tuple[BoxLook, Palette],
    sites: Sequence[Site],
    put: tuple[Callable[[float, float], Point], float],
) -> tuple[Any, Any]:
    """The group and, in it, the box that connectors are glued to; `put` gives points of the slide, and how many of them
    a unit of the scene has."""
    (look, colours), (place, scale) = drawn, put
    if box.mark:  # said in place of what the box is
        box = replace(box, what=(box.mark,))
    group = slide.shapes.add_group_shape()
    x, y = place(box.x - box.width / 2, box.y + box.height / 2)
    shape = group.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, Pt(x), Pt(y), Pt(box.width * scale), Pt(box.height * scale)
    )
    box_geometry(shape, (box.width, box.height), sites)
    name_shape(shape, f"box {box.id}", box.hover)
    paint(shape, look.fill, look.border, width=look.border_width * min(1.0, scale))
    _write(shape, box, look, scale)
    at = place(box.x - box.width / 2 + GLYPH_LEFT, box.y + GLYPH / 2)
    add_icon(group, box.category, at, GLYPH * scale, colours, opacity=look.glyph_opacity)
    return group, shape


def name_size(box: BoxMark) -> float:
    """The size of the letters of a name, in units of the scene: as large as its box allows."""
    room = box.width - TEXT_LEFT - 3
    return fitting(box.lines, room, NAME, box.height - len(box.what) * WHAT * LINE - 2)[1]


def _write(shape: Any, box: BoxMark, look: BoxLook, scale: float) -> None:
    frame = shape.text_frame
    frame.word_wrap = False
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left, frame.margin_right = Pt(TEXT_LEFT * scale), Pt(0)
    frame.margin_top = frame.margin_bottom = Pt(0)
    room = box.width - TEXT_LEFT - 3
    size = name_size(box)
    names, _ = fitting(box.lines, room, size, box.height)
    told, small = fitting(box.what, room, WHAT, box.height - len(names) * size * LINE)
    lines = [(line, max(LEAST_NAME, size * scale), look.ink, True) for line in names]
    lines += [(line, small * scale, look.quiet_ink, False) for line in told]
    for number, (text, points, colour, bold) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.line_spacing = 0.95
        run = paragraph.add_run()
        run.text = text
        run.font.size = Pt(round(points, 1))
        run.font.bold = bold
        run.font.color.rgb = RGBColor.from_string(colour[1:])
