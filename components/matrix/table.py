"""The matrix as a real table, with heads that stay in view, for mouse, keyboard and screen reader alike.

`st.dataframe` draws on a canvas, which a screen reader meets as one picture, and `st.table` has no heads that stay.
This component makes a `<table>` out of text only; nothing of the catalog is taken as markup.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.scripts.in_page import in_page
from components.text.citations import text_date
from data.comparing.matrix import Matrix

WORDS = {"yes": "Yes", "partly": "Partly", "no": "No", "not stated": "Not stated"}
SIGNS = {"yes": "✓", "partly": "◐", "no": "✕", "not stated": ""}

_mount = in_page(__file__, "matrix_table", '<div class="mx-root"></div>')


def matrix_table(
    shown: Matrix,
    wanted: tuple[str, ...],
    opened: tuple[str, str] | None,
    on_open: Callable[[str, str], None],
    *,
    key: str,
    caption: str,
) -> None:
    """Draw the matrix: capabilities as rows (those in `asked` marked), services as columns.

    The note and the sources of the cell under the keyboard, or of `opened` (service id, capability id), stand below
    the table. `on_open` is called with the ids of a cell that was clicked; the browser supplies them: look them up
    before using them.
    """

    def forward() -> None:
        event = st.session_state[key].get("event")
        if (
            isinstance(event, dict)
            and isinstance(event.get("service"), str)
            and isinstance(event.get("capability"), str)
        ):
            on_open(event["service"], event["capability"])

    _mount(data=table_data(shown, wanted, opened, caption), key=key, height="content", on_event_change=forward)


def table_data(shown: Matrix, wanted: tuple[str, ...], opened: tuple[str, str] | None, caption: str) -> dict[str, Any]:
    """What the browser gets: plain text, rows in the order of the capabilities."""
    return {
        "caption": caption,
        "columns": [{"id": service.id, "name": service.short_name, "full": service.name} for service in shown.services],
        "rows": [
            {
                "id": capability.id,
                "name": capability.name,
                "text": capability.text,
                "wanted": capability.id in wanted,
                "cells": [_cell(shown, service.id, capability.id) for service in shown.services],
            }
            for capability in shown.capabilities
        ],
        "opened": list(opened) if opened else None,
    }


def _cell(shown: Matrix, service: str, capability: str) -> dict[str, Any]:
    found = shown.cells[service, capability]
    return {
        "value": found.value.replace(" ", "-"),
        "word": WORDS[found.value],
        "sign": SIGNS[found.value],
        "note": found.note,
        "sources": [
            {"url": source.url, "title": source.title, "date": text_date(source.read_on)} for source in found.sources
        ],
    }
