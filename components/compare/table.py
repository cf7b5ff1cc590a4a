"""The table of a comparison, and its downloads.

Streamlit's tables hold no lists, no links beside text and no heads that stay in view; this component draws a plain
HTML table from data, every text as text, with heads that stay while the page scrolls.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from components.compare.address import Compared, write_compared
from components.compare.download import table_as_csv, table_as_markdown
from components.scripts.in_page import in_page
from components.text.citations import text_of
from components.text.plain_text import plain
from data.comparing.comparison import Cell, Row, Statement, Table
from data.records import Catalog, Source, doubt

_mount = in_page(__file__, "compare_table", '<div class="ldg-compare"></div>')


def compare_table(
    catalog: Catalog, table: Table, compared: Compared, *, title: str, key: str, marked: str | None
) -> None:
    """Draw the table, what it counts, its sources and its downloads; `marked` is the id of the row in view."""
    shown = table.only_differences() if compared.only_differences else table
    heading = "Side by side" if key == "services" else "Option by option"
    hidden = f" {len(table.rows) - len(shown.rows)} rows are hidden." if compared.only_differences else ""
    st.subheader(heading, anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(
            f":small[{plain(title)}: {table.differing} of {len(table.rows)} rows "
            f"differ.{hidden} “Same” means the same figure or the same wording.]"
        )
        _downloads(shown, key)
    if not shown.rows:
        st.markdown("No row differs.")
        return
    pages = Pages()
    data = {
        "caption": f"{heading}: {title}",
        "names": [side.name for side in shown.sides],
        "groups": _groups(catalog, shown, pages),
        "marked": marked,
    }

    def mark() -> None:
        event = st.session_state[f"table-{key}"].get("event")
        row = event.get("row") if isinstance(event, dict) else None
        if any(row == each.id for each in shown.rows):
            write_compared(replace(compared, row=row))

    _mount(data=data, key=f"table-{key}", height="content", on_event_change=mark)
    with st.expander(
        f"Sources of this table ({len(pages.found)}), with the date of the text that was read",
        icon=":material/fact_check:",
    ):
        st.markdown(
            "\n".join(
                f"{number}. [{plain(page.title)}]({page.url}), {text_of(page)}"
                for number, page in enumerate(pages.found, 1)
            )
        )


def _downloads(table: Table, key: str) -> None:
    st.download_button(
        "CSV",
        lambda: table_as_csv(table),
        f"comparison-{key}.csv",
        "text/csv",
        key=f"{key}-csv",
        icon=":material/download:",
        on_click="ignore",
    )
    name = f"comparison-{key}.md"
    st.download_button(
        "Markdown",
        lambda: table_as_markdown(table),
        name,
        "text/markdown",
        key=f"{key}-markdown",
        icon=":material/download:",
        on_click="ignore",
    )


class Pages:
    """Numbers the pages cited in one table in the order in which they are cited, each page once for all columns."""

    def __init__(self) -> None:
        self.found: list[Source] = []
        self._numbers: dict[str, int] = {}

    def mark(self, source: Source) -> dict[str, Any]:
        """The number of a page with its address and what it is."""
        if source.url not in self._numbers:
            self.found.append(source)
            self._numbers[source.url] = len(self.found)
        return {
            "number": self._numbers[source.url],
            "url": source.url,
            "title": f"{source.title}, {text_of(source)}",
        }


def _groups(catalog: Catalog, table: Table, pages: Pages) -> list[dict[str, Any]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in table.rows:
        groups.setdefault(row.group, []).append(_row(catalog, row, [side.sources for side in table.sides], pages))
    return [{"name": name, "rows": rows} for name, rows in groups.items()]


def _row(catalog: Catalog, row: Row, sources: list[Mapping[str, Source]], pages: Pages) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "status": row.status,
        "outcome": row.outcome.text,
        "judged": row.judged,
        "folded": row.folded,
        "cells": [_cell(catalog, cell, known, pages) for cell, known in zip(row.cells, sources, strict=True)],
    }


def _cell(catalog: Catalog, cell: Cell, sources: Mapping[str, Source], pages: Pages) -> dict[str, Any]:
    return {
        "missing": cell.missing,
        "statements": [_statement(catalog, statement, sources, pages) for statement in cell.statements],
    }


def _statement(catalog: Catalog, statement: Statement, sources: Mapping[str, Source], pages: Pages) -> dict[str, Any]:
    conflict = catalog.conflicts.get(statement.conflict or "")
    claims = (
        [
            {"says": claim.says, "marks": [pages.mark(conflict.sources[key]) for key in claim.source]}
            for claim in conflict.claims
        ]
        if conflict
        else []
    )
    return {
        "figure": statement.figure,
        "text": f"{statement.text}{doubt(statement.source, sources)}".lstrip(),
        "told": statement.told or "",
        "marks": [pages.mark(sources[key]) for key in statement.source],
        "claims": claims,
        "shown": conflict.shown if conflict else "",
    }
