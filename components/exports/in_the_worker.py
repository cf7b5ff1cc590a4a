"""The formats that take the most work, made in a process of their own, so that nobody's click waits for them."""

from importlib import import_module
from typing import Literal

from components.exports.record import ExportRecord
from components.graphviz_worker import DRAWINGS

Heavy = Literal["png", "pdf", "pptx"]
_MAKERS = {"png": ("png", "png_picture"), "pdf": ("pdf", "pdf_picture"), "pptx": ("slides", "slides_file")}


def made_by(kind: Heavy, record: ExportRecord) -> bytes:
    """The file, made by the worker process.

    Errors: GraphvizError where that fails or takes too long.
    """
    return DRAWINGS.call(make, kind, record)


def make(kind: Heavy, record: ExportRecord) -> bytes:
    """The file, made here; its library is loaded here, and so in the worker process alone."""
    module, function = _MAKERS[kind]
    made: bytes = getattr(import_module(f"components.exports.{module}"), function)(record)
    return made
