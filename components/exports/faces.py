"""The outlines of letters and how wide they are, read from the project's own fonts."""

from functools import cache
from typing import Any

from fontTools.misc.transform import Transform
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from components.exports.letters import BOLD, REGULAR
from components.exports.svg_nodes import number


class Face:
    """The glyphs of one font by letter; `em` is the size in which they are drawn."""

    def __init__(self, path: Any) -> None:
        font = TTFont(path)
        self._names: dict[int, str] = font.getBestCmap()
        self.glyphs = font.getGlyphSet()
        self.em: float = font["head"].unitsPerEm

    def has(self, text: str) -> bool:
        return all(ord(letter) in self._names for letter in text)

    def width(self, text: str, size: float) -> float:
        return float(sum(self.glyph(letter).width for letter in text)) * size / self.em

    def glyph(self, letter: str) -> Any:
        """What draws one letter on a pen, in font units; y grows upward."""
        return self.glyphs[self._names[ord(letter)]]

    def outline(self, text: str, x: float, y: float, size: float) -> str:
        """The path of a line of text that begins at a point of its base line; y grows downward."""
        pen = SVGPathPen(self.glyphs, number)
        scale = size / self.em
        for letter in text:
            glyph = self.glyph(letter)
            glyph.draw(TransformPen(pen, Transform(scale, 0, 0, -scale, x, y)))
            x += glyph.width * scale
        path: str = pen.getCommands()
        return path


@cache
def face(bold: bool) -> Face:
    """The regular or the bold face of the typeface."""
    return Face(BOLD if bold else REGULAR)
