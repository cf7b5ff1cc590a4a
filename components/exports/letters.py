"""The typeface of exported pictures, and how wide its letters are: the app's own Source Sans, which comes with the
project."""

from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

FAMILY = "Source Sans 3"
FAMILIES = f"'{FAMILY}', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
FONTS = Path(__file__).resolve().parent / "fonts"
REGULAR, BOLD = FONTS / "SourceSans3-Regular.ttf", FONTS / "SourceSans3-Semibold.ttf"
MEASURED_AT = 100
SLACK = 1.13  # An SVG is drawn with the fonts at hand, and Arial is so much wider.


@cache
def _face(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BOLD if bold else REGULAR, MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _advance(letter: str, bold: bool) -> float:
    return float(_face(bold).getlength(letter)) / MEASURED_AT


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The room that one line needs, in the unit of `size`."""
    return sum(_advance(letter, bold) for letter in text) * size * SLACK


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """`text` in lines no wider than `room`; a word that is wider is broken, as addresses are."""
    lines = [""]
    for word in text.split():
        tried = f"{lines[-1]} {word}".strip()
        if width_of(tried, size, bold=bold) <= room:
            lines[-1] = tried
            continue
        pieces = [word] if width_of(word, size, bold=bold) <= room else _broken(word, room, size, bold=bold)
        lines = [*lines, *pieces] if lines[-1] else pieces
    return lines


def _broken(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces
