"""The row above a comparison: which services, in which order, all rows or only those that differ, and the link."""

from dataclasses import replace

import streamlit as st

from components.compare.address import Compared, compare_these, write_compared
from components.frame.copy_link import copy_link
from components.text.plain_text import plain
from data.comparing.comparison import MOST
from data.records import Catalog


def compare_picker(catalog: Catalog, compared: Compared, services: tuple[str, ...]) -> None:
    """Draw the row; `services` are those compared now, also by a ready comparison, which is left when they change."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="tools-compare"):
        for service in services:
            name = plain(catalog.services[service].short_name)
            rest = tuple(other for other in services if other != service)
            remove = f"Take {name} out"
            st.button(
                name,
                icon=":material/close:",
                key=f"compare-remove-{service}",
                help=remove,
                on_click=compare_these,
                args=(compared, rest),
            )
        if len(services) < MOST:
            _add(catalog, compared, services)
        if len(services) > 1:
            _order(catalog, compared, services)
        if len(services) > 1 or compared.pair:
            _only_differences(compared)
            st.button(
                "Ready comparisons",
                icon=":material/grid_view:",
                key="compare-leave",
                on_click=write_compared,
                args=(Compared(),),
            )
            copy_link()


def _add(catalog: Catalog, compared: Compared, services: tuple[str, ...]) -> None:
    def add() -> None:
        chosen = st.session_state["compare-add"]
        if chosen in catalog.services:
            compare_these(compared, (*services, chosen))

    names = {s.id: s.short_name for s in catalog.services.values() if s.id not in services}
    st.session_state["compare-add"] = None
    label = "Add a service" if services else f"Choose the first of two to {MOST} services"
    st.selectbox(
        label,
        list(names),
        index=None,
        format_func=names.__getitem__,
        key="compare-add",
        placeholder=label,
        label_visibility="collapsed",
        width=190 if services else 330,
        on_change=add,
    )


def _order(catalog: Catalog, compared: Compared, services: tuple[str, ...]) -> None:
    if len(services) == 2:
        st.button(
            "Swap",
            icon=":material/swap_horiz:",
            key="compare-swap",
            on_click=compare_these,
            args=(compared, services[::-1]),
        )
        return
    with st.popover("Order", icon=":material/swap_horiz:"):
        for place, service in enumerate(services[1:], start=1):
            moved = (*services[: place - 1], service, services[place - 1], *services[place + 1 :])
            label = f"{plain(catalog.services[service].short_name)} further left"
            st.button(
                label,
                icon=":material/arrow_back:",
                key=f"compare-left-{service}",
                on_click=compare_these,
                args=(compared, moved),
            )


def _only_differences(compared: Compared) -> None:
    def toggle() -> None:
        write_compared(replace(compared, only_differences=st.session_state["compare-only"]))

    st.session_state["compare-only"] = compared.only_differences
    st.toggle("Only differences", key="compare-only", on_change=toggle)
