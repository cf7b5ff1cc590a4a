"""Arrows of a draw.io file: bound to their boxes, on the course of the screen, with the numbers of their steps."""

from math import hypot
from xml.etree import ElementTree as ET

from components.picture.curves import Point
from components.picture.look import LineLook
from components.picture.marks import ArrowMark, BoxMark
from components.picture.theme import Palette

BEND = 4.0  # A course that strays less than this from a straight line needs no bends.


def add_arrow(
    root: ET.Element,
    arrow: ArrowMark,
    drawn: tuple[LineLook, Palette],
    ends: tuple[BoxMark, BoxMark],
    origin: Point,
) -> None:
    """A cell for an arrow between two boxes; `origin` is where the scene has its left lower corner on the page."""
    line, colours = drawn
    lit = "yes" if arrow.lit else "no"
    sides = _end("exit", arrow.course[0], ends[0]) + _end("entry", arrow.course[-1], ends[1])
    other = f"startArrow=block;startFill={0 if line.open else 1};startSize=6;" if arrow.both else ""
    look = f"rounded=1;arcSize=24;{stroke(line)}{other}{sides}opacity={100 * line.opacity:.0f};lit={lit}"
    label = f"fontSize=13;fontStyle=1;fontColor={colours.ink};labelBackgroundColor={colours.background};"
    label += f"labelBorderColor={colours.quiet_ink}"
    attributes = {
        "style": f"{look};{label};html=0",
        "edge": "1",
        "parent": "1",
        "source": f"service {arrow.tail}",
        "target": f"service {arrow.head}",
    }
    cell = ET.SubElement(root, "mxCell", {"id": f"connection {arrow.id}", "value": arrow.badge, **attributes})
    geometry = ET.SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
    bends = _bends(arrow.course)
    if bends:
        points = ET.SubElement(geometry, "Array", {"as": "points"})
        for x, y in bends:
            ET.SubElement(points, "mxPoint", {"x": f"{origin[0] + x:.0f}", "y": f"{origin[1] - y:.0f}"})


def stroke(line: LineLook) -> str:
    """The style of a line and of its head."""
    dashes = f"dashed=1;fixDash=1;dashPattern={' '.join(f'{length:g}' for length in line.dash)};" if line.dash else ""
    head = f"endArrow=block;endFill={0 if line.open else 1};endSize=6;"
    return f"{head}{dashes}strokeColor={line.colour};strokeWidth={line.width:g};"


def _end(name: str, point: Point, box: BoxMark) -> str:
    """Where on the border of its box an arrow begins or ends, as shares of its width and height."""
    x = min(1.0, max(0.0, (point[0] - box.x) / box.width + 0.5))
    y = min(1.0, max(0.0, 0.5 - (point[1] - box.y) / box.height))
    return f"{name}X={x:.3f};{name}Y={y:.3f};{name}Perimeter=0;"


def _bends(course: tuple[Point, ...]) -> list[Point]:
    """The corners that a line with rounded corners needs to follow a course (Douglas and Peucker's way)."""
    (x0, y0), (x1, y1) = course[0], course[-1]
    length = hypot(x1 - x0, y1 - y0) or 1.0
    strays = [abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length for x, y in course]
    far = max(range(len(course)), key=strays.__getitem__)
    if strays[far] < BEND:
        return []
    return [*_bends(course[: far + 1]), course[far], *_bends(course[far:])]
