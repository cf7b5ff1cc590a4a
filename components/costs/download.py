"""Taking a bill along: CSV, Markdown, JSON and its picture, the curve or the use case with amounts. Prices of one's own
are in the file, and marked."""

from collections.abc import Callable

import streamlit as st

from components.costs.curve_svg import curve_svg
from components.costs.priced_picture import priced_record
from components.costs.where_it_turns import curve_data
from components.exports.in_the_worker import get_ready, made_by, png_of_svg
from components.exports.svg import svg_picture
from components.picture.theme import Mode
from components.picture.theme_mode import theme_mode
from data.costs.answer import Answer
from data.costs.report import as_csv, as_json, as_markdown
from data.costs.use_cases import USE_CASE
from data.records import Catalog

Make = Callable[[], bytes]


def cost_download(catalog: Catalog, answer: Answer) -> None:
    """Draw the popover; a file is made when its button is pressed."""
    opened = st.popover("Export", icon=":material/download:", key="costs-export", on_change="rerun")
    if not opened.open:
        return
    get_ready()
    name = f"costs-{answer.question.model.id}"
    files: list[tuple[str, str, str, Make]] = [
        ("CSV", "csv", "text/csv", lambda: as_csv(answer).encode()),
        ("Markdown", "md", "text/markdown", lambda: as_markdown(answer).encode()),
        ("JSON", "json", "application/json", lambda: as_json(answer).encode()),
    ]
    pictures = _pictures(catalog, answer, theme_mode())
    files += [(f"Picture ({ending.upper()})", ending, mime, make) for ending, mime, make in pictures]
    with opened:
        for label, ending, mime, make in files:
            key = f"costs-{ending}"
            st.download_button(label, make, f"{name}.{ending}", mime, key=key, on_click="ignore")


def _pictures(catalog: Catalog, answer: Answer, mode: Mode) -> list[tuple[str, str, Make]]:
    """The picture that the page shows, as SVG and PNG: the use case with its amounts, or the curve of the options."""
    if answer.question.model.id == USE_CASE:
        use_case = str(getattr(answer.question.inputs, "use_case", ""))
        if use_case not in catalog.use_case_costs:
            return []
        return [
            ("svg", "image/svg+xml", lambda: svg_picture(priced_record(catalog, use_case, answer.bills[0], mode))),
            ("png", "image/png", lambda: made_by("png", priced_record(catalog, use_case, answer.bills[0], mode))),
        ]
    if len(answer.bills) < 2:
        return []
    return [
        ("svg", "image/svg+xml", lambda: curve_svg(curve_data(catalog, answer), mode, answer.turns)),
        ("png", "image/png", lambda: png_of_svg(curve_svg(curve_data(catalog, answer), mode, answer.turns))),
    ]
