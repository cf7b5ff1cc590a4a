"""What the table of limits is filtered by."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import streamlit as st

from components.frame.pickers import pick_many, search_box
from components.limits.address import ADJUSTABLE_WORDS, LimitsView, write_limits_view
from data.comparing.limit_rows import LimitFilter, LimitRow
from data.records import Catalog


def limit_filters(catalog: Catalog, limits_view: LimitsView) -> None:
    """Draw the search, the pickers, and the button that takes every condition away."""
    with st.container(horizontal=True, vertical_alignment="center", key="tools-limits"):
        search_box(
            "Search the limits",
            limits_view.filter.text,
            lambda text: write_limits_view(replace(limits_view, filter=replace(limits_view.filter, text=text))),
            key="limits-q",
            placeholder="Words or a size: at least 1 MB",
            width=280,
        )
        for field, names, of_row in _fields(catalog):
            _picker(catalog, limits_view, field, names, of_row)
        st.button(
            "Clear",
            icon=":material/close:",
            key="limits-clear",
            disabled=limits_view.filter.is_empty,
            on_click=write_limits_view,
            args=(replace(limits_view, filter=LimitFilter(), limit=None),),
        )


def _fields(catalog: Catalog) -> Iterator[tuple[str, Mapping[str, str], Callable[[LimitRow], str]]]:
    """The fields of the filter with a picker: its name, what can be chosen, and what a row has."""
    services = {service.id: service.short_name for service in catalog.services.values() if service.limits}
    categories = {entry.id: entry.name for entry in catalog.taxonomy.categories}
    yield "services", services, lambda row: row.service.id
    yield "categories", categories, lambda row: row.service.category
    yield "adjustable", ADJUSTABLE_WORDS, lambda row: row.limit.adjustable


def _picker(
    catalog: Catalog,
    limits_view: LimitsView,
    field: str,
    names: Mapping[str, str],
    of_row: Callable[[LimitRow], str],
) -> None:
    """A popover with the options of one field, each with how many rows it would leave beside the other conditions."""
    chosen: tuple[str, ...] = getattr(limits_view.filter, field)
    label = field.capitalize()

    def toggle(option: str) -> None:
        changed = tuple(o for o in chosen if o != option) if option in chosen else (*chosen, option)
        write_limits_view(replace(limits_view, filter=replace(limits_view.filter, **{field: changed})))  # type: ignore[arg-type]

    opened = st.popover(
        f"{label} ({len(chosen)})" if chosen else label,
        icon=":material/filter_alt:",
        key=f"limits-{field}",
        on_change="rerun",
    )
    if opened.open:
        others = replace(limits_view.filter, **{field: ()}).rows(catalog)  # type: ignore[arg-type]
        counts = dict.fromkeys(names, 0)
        for row in others:
            counts[of_row(row)] = counts.get(of_row(row), 0) + 1
        with opened:
            pick_many(label, list(names.items()), chosen, counts, toggle, key=f"limits-{field}-box")
