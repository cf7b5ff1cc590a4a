"""The picture as PNG, drawn from the SVG with the project's own typeface, so that it looks the same everywhere."""

import json
from io import BytesIO
from struct import pack
from xml.etree import ElementTree as ET

from PIL.PngImagePlugin import PngInfo, putchunk

from components.exports.options import Options
from components.exports.paper.pdf import without_unknown_letters
from components.exports.paper.typesetting import typeset
from components.exports.record import ExportRecord, one_line
from components.exports.svg import svg_tree

INCH = 0.0254  # metres
HEADER = 33  # bytes: the signature, and the chunk with the size of the picture


def png_of_svg(svg: bytes) -> bytes:
    """Any SVG picture with two pixels for each CSS pixel. Called in the worker process."""
    return typeset("pixels.typ", sys_inputs={"svg": svg.decode()}, format="png", ppi=192.0)


def png_picture(record: ExportRecord, options: Options) -> bytes:
    """The picture with `options.scale` pixels for each CSS pixel; what it shows stands in its text chunks. Called in
    the worker process."""
    svg = ET.tostring(without_unknown_letters(svg_tree(record)), encoding="unicode")
    pixels = typeset("pixels.typ", sys_inputs={"svg": svg}, format="png", ppi=96.0 * options.scale)
    about = PngInfo()
    about.add_itxt("Title", one_line(record.title))
    about.add_itxt("Description", one_line(record.filters))
    about.add_itxt("Comment", json.dumps(record.identity(), ensure_ascii=False))
    dots = round(96 * options.scale / INCH)
    about.add(b"pHYs", pack(">IIB", dots, dots, 1))
    return _with(about, pixels)


def _with(about: PngInfo, picture: bytes) -> bytes:
    """A picture with what is told about it behind its header: to write its pixels anew would take longer than to draw
    them."""
    file = BytesIO()
    file.write(picture[:HEADER])
    for kind, content, *_ in about.chunks:
        putchunk(file, kind, content)
    file.write(picture[HEADER:])
    return file.getvalue()
