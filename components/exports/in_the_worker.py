"""The formats that take the most work, made in a process of their own, so that nobody's click waits for them."""

from contextlib import suppress
from functools import cache
from importlib import import_module
from threading import Thread
from typing import Literal

from components.exports.options import Options
from components.exports.record import ExportRecord
from components.worker.worker import DRAWINGS, WorkerError

Heavy = Literal["png", "pdf", "pptx", "outlines"]
USUAL = Options()
_MAKERS = {
    "png": ("paper.png", "png_picture"),
    "pdf": ("paper.pdf", "pdf_picture"),
    "pptx": ("slides", "slides_file"),
    "outlines": ("outlines", "outlined_svg"),
}


def made_by(kind: Heavy, record: ExportRecord, options: Options = USUAL) -> bytes:
    """The file, made by the worker process.

    Errors: WorkerError where that fails or takes too long.
    """
    return DRAWINGS.call(make, kind, record, options)


def png_of_svg(svg: bytes) -> bytes:
    """An SVG picture as PNG, made by the worker process.

    Errors: WorkerError where that fails or takes too long.
    """
    return DRAWINGS.call(_drawn, svg)


def _drawn(svg: bytes) -> bytes:
    made: bytes = import_module("components.exports.paper.png").png_of_svg(svg)
    return made


@cache
def get_ready() -> None:
    """Start the worker and let it load what it needs, without waiting for it, so that the first file is made as fast
    as the next ones."""
    Thread(target=_load, daemon=True).start()


def _load() -> None:
    with suppress(WorkerError):
        DRAWINGS.call(load_libraries)


def modules_of_the_worker() -> tuple[str, ...]:
    """Names of the modules whose libraries are loaded in the worker process alone."""
    slides = (f"slide_{part}" for part in ("box", "icon", "key", "lines", "picture", "shapes", "template"))
    makers = (module for module, _ in _MAKERS.values())
    return tuple(f"components.exports.{module}" for module in ("paper.typesetting", *slides, *makers))


def load_libraries() -> None:
    """Load the modules of all formats; called in the worker process."""
    for module, _ in _MAKERS.values():
        import_module(f"components.exports.{module}")


def make(kind: Heavy, record: ExportRecord, options: Options = USUAL) -> bytes:
    """The file, made here; its library is loaded here, and so in the worker process alone."""
    module, function = _MAKERS[kind]
    made: bytes = getattr(import_module(f"components.exports.{module}"), function)(record, options)
    return made
