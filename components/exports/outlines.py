"""Names as outlines of their letters, for an SVG that looks the same where the typeface is not installed. The outlines
are read from the project's own fonts. Made in the worker process."""

import ctypes
from functools import cache
from xml.etree import ElementTree as ET

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument
from reportlab.pdfbase.ttfonts import TTFont

from components.exports.letters import BOLD, REGULAR
from components.exports.options import Options
from components.exports.record import ExportRecord
from components.exports.svg import svg_tree
from components.exports.svg_nodes import number

_START = {pdfium.FPDF_SEGMENT_LINETO: "L", pdfium.FPDF_SEGMENT_MOVETO: "M", pdfium.FPDF_SEGMENT_BEZIERTO: "C"}


class _Face:
    """The outlines and advances of one font, in ems; y grows upward."""

    def __init__(self, path: str) -> None:
        self._face = TTFont(path, path).face
        data = (ctypes.c_ubyte * len(self._face._ttf_data)).from_buffer_copy(self._face._ttf_data)
        self._document = PdfDocument.new()
        self._font = pdfium.FPDFText_LoadFont(
            self._document.raw, data, len(self._face._ttf_data), pdfium.FPDF_FONT_TRUETYPE, True
        )
        self._paths: dict[str, list[tuple[str, float, float]]] = {}

    def has(self, letter: str) -> bool:
        return ord(letter) in self._face.charToGlyph

    def advance(self, letter: str) -> float:
        return float(self._face.charWidths.get(ord(letter), self._face.defaultWidth)) / 1000

    def outline(self, letter: str) -> list[tuple[str, float, float]]:
        """The segments of a letter: `M`, `L`, `C` (three in a row) or `Z`, each with its point."""
        if letter not in self._paths:
            self._paths[letter] = list(self._segments(letter))
        return self._paths[letter]

    def _segments(self, letter: str) -> list[tuple[str, float, float]]:
        path = pdfium.FPDFFont_GetGlyphPath(self._font, ord(letter), 1.0)
        found: list[tuple[str, float, float]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for place in range(max(0, pdfium.FPDFGlyphPath_CountGlyphSegments(path))):
            segment = pdfium.FPDFGlyphPath_GetGlyphPathSegment(path, place)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            found.append((_START[pdfium.FPDFPathSegment_GetType(segment)], x.value, y.value))
            if pdfium.FPDFPathSegment_GetClose(segment):
                found.append(("Z", 0.0, 0.0))
        return found


@cache
def _face(bold: bool) -> _Face:
    return _Face(str(BOLD if bold else REGULAR))


def outlined_svg(record: ExportRecord, options: Options) -> bytes:
    """The picture without a word that needs a font; a line with letters that the typeface lacks stays text. What is
    written stands as the label of its outline. Called in the worker process."""
    root = svg_tree(record)
    for parent in list(root.iter()):
        for place, node in enumerate(list(parent)):
            face = _face(node.get("font-weight") == "600")
            if node.tag == "text" and node.text and all(face.has(letter) for letter in node.text):
                parent[place] = _outlined(node, node.text, face)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _outlined(node: ET.Element, text: str, face: _Face) -> ET.Element:
    scale = float(node.get("font-size", "13"))
    wide = sum(face.advance(letter) for letter in text) * scale
    shift = {"middle": wide / 2, "end": wide}.get(node.get("text-anchor", "start"), 0.0)
    x, y = float(node.get("x", "0")) - shift, float(node.get("y", "0"))
    parts: list[str] = []
    for letter in text:
        before = ""
        for kind, at_x, at_y in face.outline(letter):
            point = "" if kind == "Z" else f"{number(x + at_x * scale)} {number(y - at_y * scale)}"
            parts.append(f"{'' if kind == before == 'C' else kind}{' ' if kind == before == 'C' else ''}{point}")
            before = kind
        x += face.advance(letter) * scale
    look = {"d": "".join(parts), "fill": node.get("fill", ""), "role": "img", "aria-label": text}
    return ET.Element("path", look)
