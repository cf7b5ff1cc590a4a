"""Boxes with as many connection sites as arrows meet them, and connectors that are glued to those sites and take the
course of the screen around other boxes."""

from collections.abc import Callable, Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.base import BaseShape
from pptx.util import Pt

from components.exports.glue import Site, Way
from components.exports.slide_shapes import without_theme
from components.picture.curves import Point
from components.picture.look import LineLook

ROUND = 7.0  # units of the scene


def box_geometry(shape: Any, size: Point, sites: Sequence[Site]) -> None:
    """Make a shape a rounded box of `size` with connection sites, in units of the scene."""
    wide, high = size
    guides = "".join(
        f'<a:gd name="x{number}" fmla="*/ w {(site.at[0] + wide / 2) * 100:.0f} {wide * 100:.0f}"/>'
        f'<a:gd name="y{number}" fmla="*/ h {(high / 2 - site.at[1]) * 100:.0f} {high * 100:.0f}"/>'
        for number, site in enumerate(sites)
    )
    places = "".join(
        f'<a:cxn ang="{site.angle}"><a:pos x="x{number}" y="y{number}"/></a:cxn>' for number, site in enumerate(sites)
    )
    w, h, r = (round(value * 100) for value in (wide, high, ROUND))
    corner = '<a:arcTo wR="{0}" hR="{0}" stAng="{1}" swAng="5400000"/>'
    path = (
        f'<a:moveTo><a:pt x="0" y="{r}"/></a:moveTo>{corner.format(r, 10800000)}'
        f'<a:lnTo><a:pt x="{w - r}" y="0"/></a:lnTo>{corner.format(r, 16200000)}'
        f'<a:lnTo><a:pt x="{w}" y="{h - r}"/></a:lnTo>{corner.format(r, 0)}'
        f'<a:lnTo><a:pt x="{r}" y="{h}"/></a:lnTo>{corner.format(r, 5400000)}<a:close/>'
    )
    replace_geometry(
        shape,
        f"<a:avLst/><a:gdLst>{guides}</a:gdLst><a:ahLst/><a:cxnLst>{places}</a:cxnLst>"
        f'<a:rect l="l" t="t" r="r" b="b"/><a:pathLst><a:path w="{w}" h="{h}">{path}</a:path></a:pathLst>',
    )


def add_line(
    owner: Any, way: Way, place: Callable[[float, float], Point], tail: BaseShape, head: BaseShape
) -> BaseShape:
    """A line along a way; `place` gives points of the slide, `owner` is a slide or a group.

    A straight one is a connector that is glued to its sites. One that leads around boxes is a free form, because
    readers other than PowerPoint give connectors courses of their own, and those run through boxes.
    """
    points = [(Pt(x), Pt(y)) for x, y in (place(*point) for point in way.course)]
    if not way.is_straight:
        return _free_form(owner, points)
    line: BaseShape = owner.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *points[0], *points[-1])
    without_theme(line)
    for end, shape, number in (("a:stCxn", tail, way.start), ("a:endCxn", head, way.end)):
        line._element.xpath(".//p:cNvCxnSpPr")[0].append(
            parse_xml(f'<{end} {nsdecls("a")} id="{shape.shape_id}" idx="{number}"/>')
        )
    return line


def _free_form(owner: Any, points: Sequence[tuple[int, int]]) -> BaseShape:
    """An open line through points (EMU on the slide)."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
    shape: Any = owner.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, wide, high)
    without_theme(shape)
    shape.fill.background()
    steps = "".join(
        f'<a:{"lnTo" if number else "moveTo"}><a:pt x="{x - left}" y="{y - top}"/></a:{"lnTo" if number else "moveTo"}>'
        for number, (x, y) in enumerate(points)
    )
    replace_geometry(
        shape,
        '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{wide}" h="{high}" fill="none">{steps}</a:path></a:pathLst>',
    )
    return shape


def replace_geometry(shape: Any, inside: str) -> None:
    """Give a shape a geometry of its own: what stands inside of `a:custGeom`."""
    old = shape._element.spPr.find(qn("a:prstGeom"))
    old.addprevious(parse_xml(f"<a:custGeom {nsdecls('a')}>{inside}</a:custGeom>"))
    old.getparent().remove(old)


def stroke(line: Any, look: LineLook, scale: float = 1.0, *, both: bool = False) -> None:
    """Colour, width (points), dashes and head of a line, or its heads at both ends."""
    line.line.color.rgb = RGBColor.from_string(look.faded[1:])
    line.line.width = Pt(look.width * scale)
    drawn = line.line._get_or_add_ln()
    if look.dash:
        dashes = _inside(drawn, "a:custDash")
        for dash, gap in zip(look.dash[::2], look.dash[1::2], strict=True):
            _inside(dashes, "a:ds", d=f"{dash * 60000:.0f}", sp=f"{gap * 60000:.0f}")
    for end in ("a:headEnd", "a:tailEnd") if both else ("a:tailEnd",):
        _inside(drawn, end, type="arrow" if look.open else "triangle", w="med", len="med")


def _inside(parent: Any, tag: str, **attributes: str) -> Any:
    """A new XML element at the end of another."""
    node = parent.makeelement(qn(tag), attributes)
    parent.append(node)
    return node
