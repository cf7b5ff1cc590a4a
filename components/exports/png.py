"""The picture as PNG, made from the PDF, so that it looks the same on every machine."""

import json
from dataclasses import replace
from io import BytesIO

import pypdfium2
from PIL.PngImagePlugin import PngInfo

from components.exports.options import Options
from components.exports.pdf import pdf_picture
from components.exports.record import ExportRecord, one_line

POINTS_TO_PIXELS = 96 / 72


def png_picture(record: ExportRecord, options: Options) -> bytes:
    """The picture with `options.scale` pixels for each CSS pixel; what it shows stands in its text chunks. Called in
    the worker process."""
    with pypdfium2.PdfDocument(pdf_picture(record, replace(options, paper="content"))) as document:
        image = document[0].render(scale=options.scale * POINTS_TO_PIXELS).to_pil()
    about = PngInfo()
    about.add_itxt("Title", one_line(record.title))
    about.add_itxt("Description", one_line(record.filters))
    about.add_itxt("Comment", json.dumps(record.identity(), ensure_ascii=False))
    file = BytesIO()
    image.convert("RGB").save(
        file, "PNG", pnginfo=about, dpi=(96 * options.scale, 96 * options.scale), compress_level=6
    )
    return file.getvalue()
