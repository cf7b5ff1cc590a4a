"""The gallery of use cases with its filters."""

from dataclasses import replace

import streamlit as st

from components.frame.address import Address
from components.frame.card_link import card_link, service_chips, style_cards
from components.frame.copy_link import copy_link
from components.frame.pickers import pick_service, search_box
from components.frame.small_map_image import small_map
from components.picture.theme_mode import theme_mode
from components.text.plain_text import plain
from components.use_cases.address import read_filter, write_filter
from data.landscape.use_case_filter import UseCaseFilter
from data.landscape.walk import services_met
from data.records import Catalog, UseCase


def use_case_gallery(catalog: Catalog, address: Address) -> None:
    """Draw the use cases that fit the filter that the address asks for."""
    chosen_filter = read_filter(address)
    st.title("Use cases", anchor=False)
    _filters(catalog, chosen_filter)
    address.notice()
    fitting = chosen_filter.use_cases(catalog)
    st.caption(f"{plain(chosen_filter.describe(catalog))}: {len(fitting)}")
    if fitting:
        style_cards()
        with st.grid(min_column_width=300, border=True):
            for use_case in fitting:
                _tile(catalog, use_case)
    else:
        st.markdown("No use case fits. Try fewer words, or clear the filters.")


def _filters(catalog: Catalog, chosen_filter: UseCaseFilter) -> None:
    counts = chosen_filter.counts(catalog)
    names = {
        service.id: f"{service.short_name} ({counts[service.id]})"
        for service in catalog.services.values()
        if counts.get(service.id) or service.id == chosen_filter.service
    }
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="tools-use-cases"):
        search_box(
            "Search",
            chosen_filter.text,
            lambda text: write_filter(replace(chosen_filter, text=text)),
            key="use-cases-q",
            placeholder="Title, problem, step or service",
            width=280,
            label_visibility="visible",
        )
        with st.container(width=260):
            pick_service(
                "With the service",
                names,
                chosen_filter.service,
                lambda service: write_filter(replace(chosen_filter, service=service)),
                key="use-cases-service",
            )
        st.button(
            "Clear",
            icon=":material/close:",
            key="use-cases-clear",
            disabled=chosen_filter.is_empty,
            on_click=write_filter,
            args=(UseCaseFilter(),),
        )
        copy_link()


def _tile(catalog: Catalog, use_case: UseCase) -> None:
    with st.container(gap="xsmall", key=f"tile-{use_case.id}"):
        card_link("use-cases", use_case.title, use_case=use_case.id)
        met = services_met(catalog, use_case)
        names = ", ".join(catalog.services[service].short_name for service in met)
        st.markdown(small_map("use-case", f"Map: {names}", theme_mode(), (use_case.id,)))
        st.markdown(f":small[{plain(use_case.problem)}]")
        st.markdown(service_chips([(service, catalog.services[service].short_name) for service in met]))
        st.caption(f":material/route: {len(use_case.steps)} steps · {len(use_case.failures)} failure modes")
