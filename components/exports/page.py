"""One HTML file that needs no network: the figure as on the screen, with hover, zoom and the card of whatever is
clicked."""

import json
import re
from collections import Counter
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from plotly.offline import get_plotlyjs

from components.exports.page_text import told_below_the_picture
from components.exports.record import ExportRecord, one_line
from components.exports.selection import selection
from components.picture.figure import landscape_figure
from components.picture.graph_files import CSS
from components.picture.scene import LegendMark
from components.picture.theme import FONT, mixed, palette
from components.scripts.modules import script_of
from data.records import Catalog

HERE = Path(__file__).resolve().parent
_PLACE = re.compile(r"\{\{(\w+)\}\}")


def html_page(catalog: Catalog, record: ExportRecord) -> bytes:
    """The file; what it shows stands as JSON in its element `data`, under `about`."""
    parts = {
        "title": escape(one_line(record.title)),
        "filters": escape(one_line(record.filters)),
        "counts": escape(f"{record.counts_in_words}."),
        "date": record.date_in_words,
        "address": escape(record.address if record.address.startswith(("https://", "http://")) else ""),
        "mode": record.mode,
        "variables": _variables(record),
        "style": CSS,
        "told": told_below_the_picture(record),
        "data": safe_json(_told(catalog, record)),
        "plotly": get_plotlyjs().replace("</script", "<\\/script"),
        "script": script_of(HERE / "page.js", as_module=False),
    }
    return _PLACE.sub(lambda place: parts[place[1]], (HERE / "page.html").read_text("utf-8")).encode()


def safe_json(value: Any) -> str:
    """JSON that can stand inside a script element: nothing in it ends the element or a line."""
    text = json.dumps(value, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _told(catalog: Catalog, record: ExportRecord) -> dict[str, Any]:
    in_category, of_kind = (
        Counter(marks)
        for marks in ((box.category for box in record.scene.boxes), (arrow.kind for arrow in record.scene.arrows))
    )
    keys = tuple(LegendMark(entry.id, entry.name, in_category[entry.id], chosen=False) for entry in record.categories())
    lines = tuple(
        LegendMark(kind.id, kind.name, of_kind[kind.id], chosen=False, text=kind.text, asks=kind.follows == "question")
        for kind in record.kinds()
    )
    return selection(catalog, record) | {
        "figure": landscape_figure(replace(record.scene, categories=keys, kinds=lines), record.mode),
        "alt": f"{one_line(record.title)}. {record.counts_in_words}.",
        "selected": record.scene.selected,
        "categories": {entry.id: entry.name for entry in record.taxonomy.categories},
        "kinds": {entry.id: entry.name for entry in record.taxonomy.kinds},
        "walk": [{"title": step.title, "connection": step.connection.id} for step in record.walk],
    }


def _variables(record: ExportRecord) -> str:
    """The properties that Streamlit's theme gives the same drawing in the app."""
    colours = palette(record.mode)
    values = {
        "st-font": FONT,
        "st-text-color": colours.ink,
        "st-background-color": colours.background,
        "st-secondary-background-color": colours.lane,
        "st-primary-color": colours.accent,
        "st-border-color": mixed(colours.quiet_ink, colours.background, 0.4),
        "st-base-radius": "8px",
        "st-button-radius": "8px",
        "quiet": colours.quiet_ink,
    }
    return " ".join(f"--{name}: {value};" for name, value in values.items())
