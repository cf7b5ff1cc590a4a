"""The glyph of a category as one shape of a slide: a square of its colour, and on it the lines of its drawing."""

from functools import cache
from typing import Any

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import SVGPath
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from components.exports.slide_lines import replace_geometry
from components.exports.slide_shapes import without_theme
from components.picture.curves import Point
from components.picture.theme import GLYPHS, Palette, mixed

UNITS = 100  # of the shape's geometry for each of the drawing, which is 24 wide
EDGE, SHARE = 3, 0.75  # The drawing stands this far from the edge of its square, and is so much smaller.
CORNER = 5
PEN = 1.8
STEPS = {"moveTo": "a:moveTo", "lineTo": "a:lnTo", "curveTo": "a:cubicBezTo", "closePath": "a:close"}


def add_icon(owner: Any, category: str, at: Point, size: float, colours: Palette, *, opacity: float = 1) -> Any:
    """Draw the glyph with its corner at a point of the slide, `size` points large; on a slide or in a group."""
    shape = owner.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(at[0]), Pt(at[1]), Pt(size), Pt(size))
    without_theme(shape)
    replace_geometry(shape, _geometry(category))
    for colour, look in ((colours.mark[category], shape.fill), (colours.background, shape.line.fill)):
        look.solid()
        look.fore_color.rgb = RGBColor.from_string(mixed(colour, colours.background, opacity)[1:])
    shape.line.width = Pt(PEN * SHARE * size / 24)
    line = shape.line._get_or_add_ln()
    line.set("cap", "rnd")
    line.append(line.makeelement(qn("a:round"), {}))
    shape.name = f"sign {category}"
    return shape


@cache
def _geometry(category: str) -> str:
    pen = RecordingPen()
    SVGPath.fromstring((GLYPHS / f"{category}.svg").read_bytes()).draw(pen)
    lines = "".join(
        f"<{STEPS[step]}>{''.join(map(_point, points))}</{STEPS[step]}>" for step, points in pen.value if step in STEPS
    )
    side, corner = 24 * UNITS, CORNER * UNITS
    turn = f'<a:arcTo wR="{corner}" hR="{corner}" stAng="{{}}" swAng="5400000"/>'
    square = (
        f'<a:moveTo><a:pt x="0" y="{corner}"/></a:moveTo>{turn.format(10800000)}'
        f'<a:lnTo><a:pt x="{side - corner}" y="0"/></a:lnTo>{turn.format(16200000)}'
        f'<a:lnTo><a:pt x="{side}" y="{side - corner}"/></a:lnTo>{turn.format(0)}'
        f'<a:lnTo><a:pt x="{corner}" y="{side}"/></a:lnTo>{turn.format(5400000)}<a:close/>'
    )
    size = f'w="{side}" h="{side}"'
    return (
        '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path {size} stroke="0">{square}</a:path><a:path {size} fill="none">{lines}</a:path></a:pathLst>'
    )


def _point(point: Point) -> str:
    x, y = ((EDGE + value * SHARE) * UNITS for value in point)
    return f'<a:pt x="{x:.0f}" y="{y:.0f}"/>'
