"""The page of limits: filters, how many rows fit, the table, and the same as a file."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.exports.tables import csv_of
from components.frame.address import Address
from components.frame.copy_link import copy_link
from components.frame.pickers import pick_many, search_box
from components.limits.address import ADJUSTABLE_WORDS, PARAMETERS, Asked, read_asked, write_asked
from components.limits.table import limits_table
from data.comparing.limit_rows import LimitFilter, LimitRow, limit_rows
from data.comparing.quantity import in_words
from data.records import Catalog


@st.fragment
def show_limits(catalog: Catalog) -> None:
    """Draw the table of limits for what the address asks."""
    address = Address.of_this_page(PARAMETERS, catalog)
    asked = read_asked(address)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("Limits", anchor=False)
        copy_link()
    address.notice()
    rows = asked.filter.rows(catalog, asked.sort, descending=asked.descending)
    _filters(catalog, asked)
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
        write_asked(replace(asked, sort=column, descending=column == asked.sort and not asked.descending))

    def mark(row: str) -> None:
        write_asked(replace(asked, limit=row if row in limit_rows(catalog) else None))

    limits_table(catalog, rows, asked, sort, mark, key="limits")


def _filters(catalog: Catalog, asked: Asked) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        search_box(
            "Search the limits",
            asked.filter.text,
            lambda text: write_asked(replace(asked, filter=replace(asked.filter, text=text))),
            key="limits-q",
            placeholder="Words or a size: at least 1 MB",
            width=280,
        )
        names = {service.id: service.short_name for service in catalog.services.values() if service.limits}
        _picker(catalog, asked, "services", label="Services", names=names, of_row=lambda row: row.service.id)
        categories = {entry.id: entry.name for entry in catalog.taxonomy.categories}
        _picker(
            catalog, asked, "categories", label="Categories", names=categories, of_row=lambda row: row.service.category
        )
        _picker(
            catalog,
            asked,
            "adjustable",
            label="Adjustable",
            names=ADJUSTABLE_WORDS,
            of_row=lambda row: row.limit.adjustable,
        )
        st.button(
            "Clear",
            icon=":material/close:",
            key="limits-clear",
            disabled=asked.filter.is_empty,
            on_click=write_asked,
            args=(replace(asked, filter=LimitFilter(), limit=None),),
        )


def _picker(
    catalog: Catalog,
    asked: Asked,
    field: str,
    *,
    label: str,
    names: Mapping[str, str],
    of_row: Callable[[LimitRow], str],
) -> None:
    """A popover with the options of one field, each with how many rows it would leave beside the other conditions."""
    chosen: tuple[str, ...] = getattr(asked.filter, field)

    def toggle(option: str) -> None:
        changed = tuple(o for o in chosen if o != option) if option in chosen else (*chosen, option)
        write_asked(replace(asked, filter=replace(asked.filter, **{field: changed})))  # type: ignore[arg-type]

    opened = st.popover(
        f"{label} ({len(chosen)})" if chosen else label,
        icon=":material/filter_alt:",
        key=f"limits-{field}",
        on_change="rerun",
    )
    if opened.open:
        others = replace(asked.filter, **{field: ()}).rows(catalog)  # type: ignore[arg-type]
        counts = dict.fromkeys(names, 0)
        for row in others:
            counts[of_row(row)] = counts.get(of_row(row), 0) + 1
        with opened:
            pick_many(label, list(names.items()), chosen, counts, toggle, key=f"limits-{field}-box")


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
                "note": row.limit.note or "",
                "when_hit": "; ".join(trouble.symptom for trouble in row.troubles),
                "conflict": row.limit.conflict or "",
                "in_words": in_words(row.limit),
                "sources": " ".join(source.url for source in row.sources),
                "read_on": " ".join(source.read_on for source in row.sources),
            }
            for row in rows
        ]
    )
