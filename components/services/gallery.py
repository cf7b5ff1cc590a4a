"""The gallery of services with its filters."""

from dataclasses import replace

import streamlit as st

from components.frame.address import Address
from components.frame.card_link import card_link, style_cards
from components.frame.copy_link import copy_link
from components.frame.pickers import pick_many, search_box
from components.picture.theme import glyph_uri
from components.picture.theme_mode import theme_mode
from components.services.address import write_filter
from components.services.neighbours import neighbours_map
from components.text.plain_text import plain
from data.landscape.filters import LandscapeFilter
from data.records import Catalog, Service


def services_gallery(catalog: Catalog, chosen_filter: LandscapeFilter, address: Address) -> None:
    """Draw the filters, and a tile for each service that fits them; a click opens it."""
    st.title("Services", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", key="tools-services"):
        search_box(
            "Search",
            chosen_filter.text,
            lambda text: write_filter(replace(chosen_filter, text=text)),
            key="services-q",
            placeholder="Name, old name or purpose",
            width=260,
        )
        with st.popover(
            f"Categories ({len(chosen_filter.categories)})" if chosen_filter.categories else "Categories",
            icon=":material/filter_alt:",
        ):
            pick_many(
                "Categories",
                [(entry.id, entry.name) for entry in catalog.taxonomy.categories],
                chosen_filter.categories,
                chosen_filter.counts(catalog, "categories"),
                lambda option: write_filter(chosen_filter.toggled("categories", option)),
                key="services-category",
            )
        st.button(
            "Clear",
            icon=":material/close:",
            disabled=chosen_filter.is_empty,
            on_click=write_filter,
            args=(LandscapeFilter(),),
        )
        copy_link()
    address.notice()
    style_cards()
    fitting_ids = chosen_filter.services(catalog)
    fitting = [service for service in catalog.services.values() if service.id in fitting_ids]
    for heading, services in (
        ("Core services", [s for s in fitting if s.core]),
        ("What surrounds them", [s for s in fitting if not s.core]),
    ):
        if services:
            st.subheader(f"{heading} :small[:gray[{len(services)}]]", anchor=False)
            with st.grid(min_column_width=300, border=True):
                for service in services:
                    _tile(catalog, chosen_filter, service)
    if not fitting:
        st.markdown("No service fits. Try fewer words, or clear the filters.")


def _tile(catalog: Catalog, chosen_filter: LandscapeFilter, service: Service) -> None:
    kept: dict[str, str | list[str]] = {"category": list(chosen_filter.categories), "q": chosen_filter.text}
    with st.container(key=f"tile-{service.id}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
            st.image(glyph_uri(service.category, theme_mode()), width=28, alt="")
            given = {name: value for name, value in kept.items() if value}
            card_link("services", service.short_name, service=service.id, **given)
        st.markdown(f":small[{plain(service.purpose.text)}]")
        st.markdown(neighbours_map(catalog, service))
