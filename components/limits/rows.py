"""The limits that fit: how many, the same as a file, and the table."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.exports.tables import csv_of
from components.limits.address import LimitsView, write_limits_view
from components.limits.table import limits_table
from data.comparing.limit_rows import NOT_SAID, LimitRow, limit_rows
from data.comparing.quantity import in_words
from data.records import Catalog, doubt


def show_limit_rows(catalog: Catalog, limits_view: LimitsView) -> None:
    """Draw them, or what to do where none fits."""
    rows = limits_view.filter.rows(catalog, limits_view.sort, descending=limits_view.descending)
    every = len(limit_rows(catalog))
    if not rows:
        st.markdown(f"None of {every} limits fits. Try fewer words, another size such as “at least 1 MB”, or clear.")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        counted = f"{len(rows):,} of {every:,}" if len(rows) < every else f"{every:,}"
        st.markdown(f"**{counted} limits**", width="content")
        st.download_button(
            "CSV",
            lambda: csv_of(_frame(rows)),
            "limits.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
        )

    def sort(column: str) -> None:
        write_limits_view(
            replace(limits_view, sort=column, descending=column == limits_view.sort and not limits_view.descending)
        )

    def mark(row: str) -> None:
        write_limits_view(replace(limits_view, limit=row if row in limit_rows(catalog) else None))

    limits_table(catalog, rows, limits_view, sort, mark, key="limits")


def _frame(rows: list[LimitRow]) -> pd.DataFrame:
    """The rows as they are shown: service, limit, value, scope, whether it can be raised, what happens, sources."""
    return pd.DataFrame(
        [
            {
                "id": row.id,
                "service": row.service.short_name,
                "limit": row.limit.name,
                "value": row.limit.value,
                "unit": row.limit.unit,
                "scope": row.limit.scope,
                "adjustable": row.limit.adjustable,
                "note": f"{row.limit.note or ''}{doubt(row.limit.source, row.service.sources)}".lstrip(),
                "when_hit": "; ".join(row.what_happens) or (NOT_SAID if row.silent_pages else ""),
                "conflict": row.limit.conflict or "",
                "in_words": in_words(row.limit),
                "sources": " ".join(source.url for source in row.sources),
                "read_on": " ".join(source.read_on for source in row.sources),
            }
            for row in rows
        ]
    )
