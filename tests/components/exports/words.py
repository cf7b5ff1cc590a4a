"""What somebody reads in a file, whatever its format."""

import json
from collections.abc import Callable
from html import unescape
from re import findall, split, sub
from xml.etree import ElementTree as ET

import pypdfium2

from components.exports.brief import markdown_brief
from components.exports.dot import dot_source
from components.exports.drawio import drawio_file
from components.exports.in_the_worker import make
from components.exports.mermaid import mermaid_source
from components.exports.offline.page import html_page
from components.exports.record import ExportRecord
from components.exports.selection import selection_json
from components.exports.svg import svg_picture
from components.exports.tables import services_csv
from data.records import Catalog
from tests import read_exports as read


def svg_text(file: bytes) -> str:
    return " ".join(
        " ".join(node.itertext())
        for node in ET.fromstring(file).iter()
        if node.tag.removeprefix(read.SVG) in {"text", "title"}
    )


def mermaid_text(file: bytes) -> str:
    return "".join(chr(int(part[1:-1])) if part.startswith("#") else part for part in split(r"(#\d+;)", file.decode()))


def dot_text(file: bytes) -> str:
    return file.decode().replace("\\l", " ").replace('\\"', '"').replace("\\\\", "\\").replace("\\n", " ")


def slide_text(file: bytes) -> str:
    return " ".join(
        node.text or node.get("descr", "")
        for slide in read.slides_of(file)
        for node in slide._element.iter()
        if node.tag.endswith(("}t", "}cNvPr"))
    )


def pdf_text(file: bytes, pages: slice = slice(1)) -> str:
    """The text of the picture's page, or of others."""
    with pypdfium2.PdfDocument(file) as document:
        read = (document[page].get_textpage().get_text_bounded() for page in range(len(document))[pages])
        return " ".join(" ".join(read).split())


def drawio_text(file: bytes) -> str:
    return " ".join(cell.get("value", "") for cell in read.drawio_cells(file).values())


def brief_text(file: bytes) -> str:
    return unescape("".join(findall(r"(?s)\\?(.)", file.decode())))


def page_text(file: bytes) -> str:
    return unescape(sub(r"<[^>]+>", "", file.decode()))


TEXTS: dict[str, Callable[[Catalog, ExportRecord], str]] = {
    "svg": lambda _, record: svg_text(svg_picture(record)),
    "mermaid": lambda _, record: mermaid_text(mermaid_source(record)),
    "dot": lambda _, record: dot_text(dot_source(record)),
    "drawio": lambda _, record: drawio_text(drawio_file(record)),
    "pptx": lambda _, record: slide_text(make("pptx", record)),
    "json": lambda catalog, record: " ".join(
        entry["name"] for entry in json.loads(selection_json(catalog, record))["services"]
    ),
    "csv": lambda catalog, record: " ".join(
        row["name"].removeprefix("'") for row in read.rows_of(services_csv(catalog, record))
    ),
    "markdown": lambda catalog, record: brief_text(markdown_brief(catalog, record)),
    "html": lambda catalog, record: " ".join(
        json.loads(read.page_of(html_page(catalog, record)).scripts[0])["about"]["names"].values()
    ),
}
