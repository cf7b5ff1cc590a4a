"""Colours, line styles and glyphs, for the light and the dark theme. Nothing else in the project names a colour.

Colour is never the only sign: a category also has a glyph, a kind of connection also has its own dashes.
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Mode = Literal["light", "dark"]
FONT = "Source Sans, Source Sans Pro, sans-serif"
GLYPHS = Path(__file__).resolve().parent / "glyphs"


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as #rrggbb. `mark` is the colour of a category's glyph and border, `fill` of its
    boxes."""

    background: str
    ink: str
    quiet_ink: str
    lane: str
    accent: str
    mark: Mapping[str, str]
    fill: Mapping[str, str]
    line: Mapping[str, str]


MARKS: Mapping[str, tuple[str, str]] = {
    "application": ("#475569", "#94a3b8"),
    "relational": ("#1d6fb8", "#60a9ea"),
    "nosql": ("#6d4ac9", "#a78bfa"),
    "warehouse": ("#b4540a", "#f0a05a"),
    "search": ("#0b7a70", "#3ec6b8"),
    "streaming": ("#be2e7d", "#f17ab8"),
    "storage": ("#4d7c0f", "#9ccc4f"),
    "insight": ("#a61e2e", "#f28b93"),
    "operations": ("#7a6400", "#d9bd4a"),
    "security": ("#6b4636", "#cda58f"),
}
LINES: Mapping[str, tuple[str, str]] = {
    "data": ("#4b5563", "#a8b3c2"),
    "change-stream": ("#be2e7d", "#f17ab8"),
    "zero-etl": ("#6d4ac9", "#a78bfa"),
    "cache": ("#0b7a70", "#3ec6b8"),
    "query": ("#1d6fb8", "#60a9ea"),
    "observability": ("#7a6400", "#d9bd4a"),
    "identity": ("#6b4636", "#cda58f"),
    "backup": ("#4d7c0f", "#9ccc4f"),
    "control": ("#a61e2e", "#f28b93"),
}
DASHES: Mapping[str, str] = {
    "data": "solid",
    "change-stream": "7px,3px",
    "zero-etl": "13px,4px",
    "cache": "2px,3px",
    "query": "9px,3px,2px,3px",
    "observability": "1px,5px",
    "identity": "5px,2px,1px,2px,1px,2px",
    "backup": "13px,3px,2px,3px,2px,3px",
    "control": "4px,6px",
}


@cache
def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 to 1) of it left, the rest being `other`."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


@cache
def palette(mode: Mode) -> Palette:
    """The colours of a theme."""
    dark = mode == "dark"
    background = "#0f1620" if dark else "#ffffff"
    mark = {category: pair[dark] for category, pair in MARKS.items()}
    return Palette(
        background=background,
        ink="#f1f5f9" if dark else "#16202c",
        quiet_ink="#a3b1c2" if dark else "#55616f",
        lane="#151f2c" if dark else "#f5f7fa",
        accent="#ffb454" if dark else "#c2410c",
        mark=mark,
        fill={category: mixed(colour, background, 0.22 if dark else 0.10) for category, colour in mark.items()},
        line={kind: pair[dark] for kind, pair in LINES.items()},
    )


@cache
def glyph_uri(category: str, mode: Mode, size: int | None = None) -> str:
    """The glyph of a category on a square of its colour, as a data URI of an SVG; `size` in px, for Markdown, where
    nothing else says it."""
    drawing = (GLYPHS / f"{category}.svg").read_text("utf-8")
    colours = palette(mode)
    ink = colours.background if mode == "dark" else "#ffffff"
    square = f'<rect width="24" height="24" rx="5" fill="{colours.mark[category]}" stroke="none"/>'
    square += '<g transform="translate(3 3) scale(.75)">'
    head, _, body = drawing.partition(">")
    head = head.replace("currentColor", ink) + (
        f' width="{size + 5}" height="{size}" preserveAspectRatio="xMinYMid"' if size else ""
    )
    svg = f"{head}>{square}{body.strip().removesuffix('</svg>')}</g></svg>"
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


def fading(mode: Mode, steps: int) -> tuple[str, ...]:
    """Tones of one colour, the strongest first, for what comes in an order such as age."""
    colour = MARKS["relational"][mode == "dark"]
    return tuple(mixed(colour, palette(mode).background, 1 - 0.84 * step / max(steps - 1, 1)) for step in range(steps))
