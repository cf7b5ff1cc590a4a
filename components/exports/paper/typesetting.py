"""Typst sets pages and draws pixels; it is called in the worker process alone, with the project's own typefaces."""

from functools import cache
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont

from components.exports.letters import FONTS, REGULAR

HERE = Path(__file__).resolve().parent


def typeset(source: str, **options: Any) -> bytes:
    """The file that a source of this folder gives; `options` are those of Typst's compiler."""
    made: bytes = typst.compile(str(HERE / source), font_paths=[str(FONTS)], ignore_system_fonts=True, **options)
    return made


@cache
def letters() -> frozenset[int]:
    """What the typeface can draw: Latin, Greek and Cyrillic letters, as code points."""
    with TTFont(REGULAR, lazy=True) as face:
        return frozenset(face.getBestCmap())


def drawable(text: str) -> str:
    """The text with a question mark in the place of each letter that the typeface lacks."""
    return "".join(letter if ord(letter) in letters() else "?" for letter in text)
