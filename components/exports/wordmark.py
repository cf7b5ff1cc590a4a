"""The product's name as it stands in the header of every page."""

from functools import cache
from xml.etree import ElementTree as ET

from components.exports.drawn_letters import DrawnLetters
from components.exports.svg_nodes import SVG, add, number
from components.picture.theme import Mode, glyph_uri, palette

NAME = "AWS Data Landscape"
WIDTH, HEIGHT = 167.0, 24.0
LETTERS, FLOOR = 15.0, 17.0
NAME_LEFT = HEIGHT + 8


@cache
def wordmark(mode: Mode) -> str:
    """Glyph and name as an SVG of `WIDTH` by `HEIGHT` px."""
    size = {"width": number(WIDTH), "height": number(HEIGHT), "viewBox": f"0 0 {number(WIDTH)} {number(HEIGHT)}"}
    root = ET.Element("svg", {"xmlns": SVG, **size})
    add(root, "image", href=glyph_uri("relational", mode), width=HEIGHT, height=HEIGHT)
    middle = (NAME_LEFT + WIDTH) / 2
    DrawnLetters(root).words(root, (middle, FLOOR), NAME, LETTERS, palette(mode).ink, bold=True)
    return ET.tostring(root, encoding="unicode")
