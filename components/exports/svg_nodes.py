"""The few SVG elements that the picture is made of."""

import re
from functools import cache
from xml.etree import ElementTree as ET

from components.picture.curves import Point
from components.picture.look import LineLook, MarkLook, sample_of
from components.picture.on_boxes import MARK, Plate
from components.picture.theme import GLYPHS, Palette
from data.records import LineKind, Named

SVG = "http://www.w3.org/2000/svg"


def add(parent: ET.Element, tag: str, **attributes: str | float) -> ET.Element:
    """A new element below `parent`; `_` in a name stands for `-`, and an opacity of 1 is left out."""
    told = {
        name.replace("_", "-"): value if isinstance(value, str) else number(value)
        for name, value in attributes.items()
        if not (name.endswith("opacity") and value == 1)
    }
    return ET.SubElement(parent, tag, told)


def words(
    parent: ET.Element, at: Point, text: str, size: float, colour: str, *, anchor: str = "start", bold: bool = False
) -> ET.Element:
    """One line of text that begins (or has its middle) at a point of its base line."""
    node = add(
        parent,
        "text",
        x=at[0],
        y=at[1],
        font_size=size,
        fill=colour,
        text_anchor=anchor,
        font_weight="600" if bold else "400",
    )
    node.text = text
    return node


def dashes_of(line: LineLook) -> dict[str, str]:
    """The attribute that dashes a line; none for a solid one."""
    return {"stroke_dasharray": " ".join(f"{length:g}" for length in line.dash)} if line.dash else {}


def number(value: float) -> str:
    """A length with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def draw_plate(parent: ET.Element, plate: Plate, at: Point, mark: str, look: MarkLook) -> None:
    """The word on the border of a box, on its plate."""
    left, top = at[0] - plate.width / 2, at[1] - plate.height / 2
    add(parent, "rect", x=left, y=top, width=plate.width, height=plate.height, rx=5, fill=look.fill)
    words(parent, (at[0], at[1] + MARK * 0.35), mark, MARK, look.ink, anchor="middle", bold=True)


def draw_glyph(
    parent: ET.Element, category: str, at: Point, size: float, colours: Palette, *, opacity: float = 1
) -> None:
    """The glyph of a category on a square of its colour."""
    group = add(
        parent,
        "g",
        transform=f"translate({number(at[0])} {number(at[1])}) scale({size / 24:.4f})",
        fill_opacity=opacity,
        stroke_opacity=opacity,
    )
    add(group, "rect", width=24, height=24, rx=5, fill=colours.mark[category])
    pen = add(
        group, "g", transform="translate(3 3) scale(.75)", fill="none", stroke=colours.background, stroke_width=1.8
    )
    pen.attrib |= {"stroke-linecap": "round", "stroke-linejoin": "round"}
    pen.extend(ET.fromstring(_drawing(category)))


def sign(entry: Named, colours: Palette) -> ET.Element:
    """A picture for a legend: the glyph of a category, or a piece of a line of a kind."""
    if not isinstance(entry, LineKind):
        root = ET.Element("svg", {"xmlns": SVG, "width": "20", "height": "20", "aria-hidden": "true"})
        draw_glyph(root, entry.id, (0, 0), 20, colours)
        return root
    root = ET.Element("svg", {"xmlns": SVG, "width": "34", "height": "10", "aria-hidden": "true"})
    sample_line(root, entry, (0, 5), colours)
    return root


def sample_line(root: ET.Element, kind: LineKind, at: Point, colours: Palette) -> None:
    """A piece of a line of a kind, 33 px long, from its left end."""
    x, y = at
    line = sample_of(kind.id, colours, asks=kind.follows == "question")
    add(root, "line", x1=x, y1=y, x2=x + 26, y2=y, stroke=line.colour, stroke_width=line.width, **dashes_of(line))
    fill = {"fill": colours.background if line.open else line.colour, "stroke": line.colour}
    add(root, "polygon", points=f"{x + 33},{y} {x + 25},{y - 4} {x + 25},{y + 4}", **fill)


@cache
def _drawing(category: str) -> str:
    return re.sub(r' xmlns="[^"]+"', "", (GLYPHS / f"{category}.svg").read_text("utf-8"), count=1)
