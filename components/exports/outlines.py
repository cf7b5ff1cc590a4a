"""Names as outlines of their letters, for an SVG that looks the same where the typeface is not installed. The outlines
are read from the project's own fonts. Made in the worker process."""

from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

from fontTools.misc.transform import Transform
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from components.exports.letters import BOLD, REGULAR
from components.exports.options import Options
from components.exports.record import ExportRecord
from components.exports.svg import svg_tree
from components.exports.svg_nodes import number


class _Face:
    """The glyphs of one font by letter; `em` is the size in which they are drawn."""

    def __init__(self, path: Any) -> None:
        font = TTFont(path)
        self._names: dict[int, str] = font.getBestCmap()
        self._glyphs = font.getGlyphSet()
        self.em: float = font["head"].unitsPerEm

    def has(self, text: str) -> bool:
        return all(ord(letter) in self._names for letter in text)

    def width(self, text: str, size: float) -> float:
        return float(sum(self._glyphs[self._names[ord(letter)]].width for letter in text)) * size / self.em

    def outline(self, text: str, x: float, y: float, size: float) -> str:
        """The path of a line of text that begins at a point of its base line; y grows downward."""
        pen = SVGPathPen(self._glyphs, number)
        scale = size / self.em
        for letter in text:
            glyph = self._glyphs[self._names[ord(letter)]]
            glyph.draw(TransformPen(pen, Transform(scale, 0, 0, -scale, x, y)))
            x += glyph.width * scale
        path: str = pen.getCommands()
        return path


@cache
def _face(bold: bool) -> _Face:
    return _Face(BOLD if bold else REGULAR)


def outlined_svg(record: ExportRecord, options: Options) -> bytes:
    """The picture without a word that needs a font; a line with letters that the typeface lacks stays text. What is
    written stands as the label of its outline. Called in the worker process."""
    root = svg_tree(record)
    for parent in list(root.iter()):
        for place, node in enumerate(list(parent)):
            face = _face(node.get("font-weight") == "600")
            if node.tag == "text" and node.text and face.has(node.text):
                parent[place] = _outlined(node, node.text, face)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _outlined(node: ET.Element, text: str, face: _Face) -> ET.Element:
    size = float(node.get("font-size", "13"))
    wide = face.width(text, size)
    shift = {"middle": wide / 2, "end": wide}.get(node.get("text-anchor", "start"), 0.0)
    path = face.outline(text, float(node.get("x", "0")) - shift, float(node.get("y", "0")), size)
    look = {"d": path, "fill": node.get("fill", ""), "role": "img", "aria-label": text}
    return ET.Element("path", look | {name: node.get(name, "") for name in ("data-on",) if node.get(name)})
