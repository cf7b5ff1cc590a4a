"""The picture as PDF, made from the SVG: its letters are in the file, its text can be searched, its address can be
clicked.

The typeface has Latin, Greek and Cyrillic letters. A box whose name needs others bears the id of its service; the
name stands in the file's metadata.
"""

import json
from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET

from reportlab.graphics import renderPDF
from reportlab.lib.pagesizes import A3, A4, letter
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from svglib.svglib import register_font, svg2rlg

from components.exports.letters import BOLD, FAMILY, REGULAR
from components.exports.options import Options, Paper
from components.exports.record import ExportRecord, one_line
from components.exports.svg import svg_tree

PAPERS = {"A4": A4, "A3": A3, "Letter": letter}
PAPER_EDGE = 28.0


def pdf_picture(record: ExportRecord, options: Options) -> bytes:
    """One page as large as the picture (a CSS pixel is three quarters of a point), or a sheet of paper that the picture
    fills as far as it can, upright or on its side. Called in the worker process."""
    _register_letters()
    drawing = svg2rlg(BytesIO(ET.tostring(_drawable(svg_tree(record)))))
    if drawing is None:
        raise ValueError("the picture could not be read")
    sheet = _sheet(drawing.width, drawing.height, options.paper)
    edge = 0.0 if options.paper == "content" else PAPER_EDGE
    scale = min((sheet[0] - 2 * edge) / drawing.width, (sheet[1] - 2 * edge) / drawing.height)
    left, floor = (sheet[0] - drawing.width * scale) / 2, sheet[1] - edge - drawing.height * scale
    file = BytesIO()
    page = Canvas(file, pagesize=sheet, pageCompression=1, invariant=1, lang="en")
    page.setTitle(one_line(record.title))
    page.setSubject(one_line(record.filters))
    page.setAuthor("AWS Data Landscape")
    page.setKeywords(json.dumps(record.identity(), ensure_ascii=False))
    page.setViewerPreference("DisplayDocTitle", "true")
    page.saveState()
    page.translate(left, floor)
    page.scale(scale, scale)
    renderPDF.draw(drawing, page, 0, 0)
    page.restoreState()
    if record.address.startswith(("https://", "http://")):
        foot = (left, floor, left + drawing.width * scale, floor + 42 * scale)
        page.linkURL(record.address, foot, relative=0, thickness=0)
    page.showPage()
    page.save()
    return file.getvalue()


def _sheet(wide: float, high: float, paper: Paper) -> tuple[float, float]:
    """The size of the page, in points."""
    if paper == "content":
        return wide, high
    short, long = PAPERS[paper]
    return (long, short) if wide > high else (short, long)


@cache
def _register_letters() -> None:
    register_font(FAMILY, str(REGULAR), weight="400")
    register_font(FAMILY, str(BOLD), weight="600")


def _drawable(root: ET.Element) -> ET.Element:
    """The picture with ids for the names that the typeface cannot draw."""
    letters = _letters()
    for group in root.iter("g"):
        lines = group.findall("text")
        if any(not letters.issuperset(map(ord, line.text or "")) for line in lines):
            lines[0].text = group.get("data-service")
            for line in lines[1:]:
                group.remove(line)
    return root


@cache
def _letters() -> frozenset[int]:
    return frozenset(TTFont("letters", str(REGULAR)).face.charToGlyph)
