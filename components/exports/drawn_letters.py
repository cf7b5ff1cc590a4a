"""Words of a small picture drawn with the letters of the app's typeface, because a picture that a page shows as an
image cannot ask for a font. Each letter is drawn once and used wherever it stands: compressed a quarter of what
outlines of whole names take, and less than the part of a font with these letters.
"""

from functools import cache
from threading import Lock
from xml.etree import ElementTree as ET

from fontTools.misc.transform import Transform
from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen

from components.exports.faces import face
from components.exports.svg_nodes import add, number, words
from components.picture.curves import Point

_READING = Lock()  # A font reads its tables when they are asked for, and not for two threads at once.
EM = 200  # in which letters are drawn, by whole numbers: 0.06 px at the size of small maps
SIGNS = {"moveTo": "m", "lineTo": "l", "qCurveTo": "q", "curveTo": "c", "closePath": "z"}


class DrawnLetters:
    """The letters of one picture, kept in its `defs`."""

    def __init__(self, root: ET.Element) -> None:
        self._kept = add(root, "defs")
        self._known: set[str] = set()

    def words(self, parent: ET.Element, at: Point, text: str, size: float, colour: str, *, bold: bool) -> None:
        """One line of text whose middle is at a point of its base line; as text where the typeface lacks a letter."""
        with _READING:
            self._draw(parent, at, text, size, colour, bold=bold)

    def _draw(self, parent: ET.Element, at: Point, text: str, size: float, colour: str, *, bold: bool) -> None:
        drawing = face(bold)
        if not drawing.has(text):
            words(parent, at, text, size, colour, anchor="middle", bold=bold)
            return
        scale, left = size / EM, at[0] - drawing.width(text, size) / 2
        place = f"translate({number(left)} {number(at[1])}) scale({scale:.4f})"
        line = add(parent, "g", aria_label=text, fill=colour, transform=place)
        x = 0.0
        for letter in text:
            if name := self._keep(letter, bold):
                add(line, "use", href=f"#{name}", x=str(round(x)))
            x += drawing.width(letter, EM)

    def _keep(self, letter: str, bold: bool) -> str:
        """The id of a letter's drawing; none for a space."""
        path = _path(letter, bold)
        name = f"{'b' if bold else 'r'}{ord(letter):x}"
        if path and name not in self._known:
            self._known.add(name)
            add(self._kept, "path", id=name, d=path)
        return name if path else ""


@cache
def _path(letter: str, bold: bool) -> str:
    """A letter in whole numbers, each point from the one before."""
    drawing = face(bold)
    scale = EM / drawing.em
    pen = DecomposingRecordingPen(drawing.glyphs)
    drawing.glyph(letter).draw(TransformPen(pen, Transform(scale, 0, 0, -scale, 0, 0)))
    path, at, start = "", (0, 0), (0, 0)
    for command, points in pen.value:
        for piece in decomposeQuadraticSegment(points) if command == "qCurveTo" else [points]:
            whole = [(round(x), round(y)) for x, y in piece]
            path += SIGNS[command] + " ".join(f"{x - at[0]} {y - at[1]}" for x, y in whole).replace(" -", "-")
            at = whole[-1] if whole else start
        start = at if command == "moveTo" else start
    return path
