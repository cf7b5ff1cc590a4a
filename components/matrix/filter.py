"""The filter of the matrix: capabilities that all have to hold, and whether a capability on a condition counts."""

from dataclasses import replace

import streamlit as st

from components.matrix.address import Looking, write_looking
from components.text.plain_text import plain
from data.landscape.filters import LandscapeFilter
from data.records import Catalog


def choose_capabilities(catalog: Catalog, looking: Looking) -> None:
    """Draw the capabilities as pills, each with how many services it would leave."""
    wanted = looking.filter
    counts = wanted.counts(catalog, "capabilities")
    names = {entry.id: f"{plain(entry.name)} ({counts[entry.id]})" for entry in catalog.taxonomy.capabilities}

    def chosen() -> None:
        picked = set(st.session_state["matrix-capabilities"])
        kept = tuple(capability for capability in wanted.capabilities if capability in picked)
        added = tuple(capability for capability in names if capability in picked and capability not in kept)
        write_looking(replace(looking, filter=replace(wanted, capabilities=kept + added)))

    st.session_state["matrix-capabilities"] = list(wanted.capabilities)
    st.pills(
        "A service has to have all of these",
        list(names),
        selection_mode="multi",
        format_func=names.__getitem__,
        key="matrix-capabilities",
        on_change=chosen,
    )


def partly_or_clear(looking: Looking) -> None:
    """Draw the switch for capabilities on a condition, and the button that takes every condition away."""
    wanted = looking.filter
    st.session_state["matrix-partly"] = wanted.partly
    st.toggle(
        "“Partly” counts as well",
        key="matrix-partly",
        on_change=lambda: write_looking(
            replace(looking, filter=replace(wanted, partly=st.session_state["matrix-partly"]))
        ),
    )
    st.button(
        "Clear",
        icon=":material/close:",
        disabled=wanted == LandscapeFilter(),
        on_click=write_looking,
        args=(Looking(cell=looking.cell),),
    )
