"""One HTML file that needs no network: the picture, which can be searched, filtered and walked through, the card of
whatever is clicked, and all that is told beside it."""

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from components.exports.offline.drawing import drawing_of
from components.exports.offline.sections import legend_of, list_of_all, told_below_the_picture
from components.exports.record import ExportRecord, one_line
from components.exports.selection import selection
from components.picture.look import DIM, DIM_INK, QUIET, SELECTED_BORDER, SELECTED_LINE
from components.picture.theme import FONT, Mode, mixed, palette
from components.scripts.modules import script_of
from components.text.citations import text_date
from components.text.connection_fields import connection_fields
from data.records import UNCONFIRMED, Catalog, Connection, Source

HERE = Path(__file__).resolve().parent
_PLACE = re.compile(r"\{\{(\w+)\}\}")


def html_page(catalog: Catalog, record: ExportRecord) -> bytes:
    """The file; what it shows stands as JSON in its element `data`, under `about`."""
    drawing = drawing_of(record)
    parts = {
        "title": escape(one_line(record.title)),
        "filters": escape(one_line(record.filters)),
        "counts": escape(f"{record.counts_in_words}."),
        "date": record.date_in_words,
        "address": escape(record.address if record.address.startswith(("https://", "http://")) else ""),
        "theme": record.mode,
        "common": _common(record),
        "light": _colours("light") + drawing.variables["light"],
        "dark": _colours("dark") + drawing.variables["dark"],
        "style": (HERE / "page.css").read_text("utf-8"),
        "picture": drawing.picture,
        "legend": legend_of(record, drawing),
        "told": told_below_the_picture(record),
        "all": list_of_all(record),
        "data": safe_json(_told(catalog, record)),
        "script": script_of(HERE / "page.js"),
    }
    return _PLACE.sub(lambda place: parts[place[1]], (HERE / "page.html").read_text("utf-8")).encode()


def safe_json(value: Any) -> str:
    """JSON that can stand inside a script element: nothing in it ends the element or a line."""
    text = json.dumps(value, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _told(catalog: Catalog, record: ExportRecord) -> dict[str, Any]:
    steps = record.use_case.steps if record.use_case else ()
    return selection(catalog, record) | {
        "selected": record.scene.selected,
        "categories": {entry.id: entry.name for entry in record.taxonomy.categories},
        "kinds": {entry.id: entry.name for entry in record.taxonomy.kinds},
        "fields": {line: _fields(catalog, catalog.connections[line]) for line in sorted(record.view.connections)},
        "dates": {page.read_on: text_date(page.read_on) for page in _pages(catalog, record)},
        "unconfirmed": f"({UNCONFIRMED})",
        "walk": [
            {
                "title": step.title,
                "connection": step.connection.id,
                "text": steps[place].text if steps else step.connection.what.text,
                "source": list(steps[place].source) if steps else [],
            }
            for place, step in enumerate(record.walk)
        ],
    }


def _fields(catalog: Catalog, connection: Connection) -> list[dict[str, Any]]:
    """What is told of a connection: each entry with the keys of its sources."""
    return [
        {
            "title": field.title,
            "listed": field.listed,
            "entries": [
                {"text": entry} if isinstance(entry, str) else {"text": entry.text, "source": list(entry.source)}
                for entry in field.entries
            ],
        }
        for field in connection_fields(catalog, connection)
    ]


def _pages(catalog: Catalog, record: ExportRecord) -> Iterator[Source]:
    """The pages behind all that the cards tell."""
    for service in sorted(record.view.services):
        yield from catalog.services[service].sources.values()
    for connection in sorted(record.view.connections):
        yield from catalog.connections[connection].sources.values()


def _common(record: ExportRecord) -> str:
    """What the style needs to know of the picture, and what does not differ between the themes."""
    values = {
        "font": FONT,
        "least": f"{record.scene.width * 0.62:.0f}px",
        "dim-line": DIM,
        "dim-box": DIM_INK * 0.8,
        "quiet": QUIET,
        "selected-border": SELECTED_BORDER,
        "selected-line": SELECTED_LINE,
    }
    return " ".join(f"--{name}: {value};" for name, value in values.items())


def _colours(mode: Mode) -> str:
    colours = palette(mode)
    values = {
        "text": colours.ink,
        "ground": colours.background,
        "second": colours.lane,
        "accent": colours.accent,
        "line": mixed(colours.quiet_ink, colours.background, 0.4),
        "quiet-text": colours.quiet_ink,
    }
    return f"color-scheme: {mode}; " + " ".join(f"--{name}: {value};" for name, value in values.items()) + " "
