"""Shapes on a slide: named, painted, written on."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.util import Pt

from components.exports.record import one_line


def name_shape(shape: BaseShape, name: str, alt: str) -> None:
    """Name a shape for the list of objects, and describe it for screen readers."""
    shape.name = name
    shape._element.xpath(".//p:cNvPr")[0].set("descr", one_line(alt))


def without_theme(shape: Any) -> None:
    """Take a shape out of the template's style, which brings shadows."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def paint(shape: Any, fill: str, border: str | None, *, width: float = 1.0) -> None:
    """Fill a shape and draw its border (points), both in `#rrggbb`, without shadow."""
    without_theme(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(fill[1:])
    if border is None:
        shape.line.fill.background()
    else:
        shape.line.color.rgb = RGBColor.from_string(border[1:])
        shape.line.width = Pt(width)


def write(
    shape: Any,
    text: str,
    size: float,
    colour: str,
    *,
    anchor: MSO_ANCHOR = MSO_ANCHOR.MIDDLE,
    align: PP_ALIGN = PP_ALIGN.CENTER,
    bold: bool = False,
) -> None:
    """Put one line of text, `size` points high, into a shape."""
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = Pt(2)
    frame.margin_top = frame.margin_bottom = Pt(1)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = align
    run = paragraph.add_run()
    run.text = text
    run.font.size = Pt(round(size, 1))
    run.font.bold = bold
    run.font.color.rgb = RGBColor.from_string(colour[1:])
