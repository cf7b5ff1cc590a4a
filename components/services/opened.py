"""The card of a service, as a page of its own."""

import streamlit as st

from components.cards.service_card import service_card
from components.frame.address import Address
from components.frame.copy_link import copy_link
from components.frame.menu import link_to_page
from components.frame.titles import title_page
from components.services.address import PART, write_filter
from components.services.neighbours import neighbours_map
from data.landscape.filters import LandscapeFilter
from data.records import Catalog, Service


def opened_service(catalog: Catalog, chosen_filter: LandscapeFilter, service: Service, address: Address) -> None:
    """Draw the whole card of a service; "All services" goes back to the gallery as it was filtered."""
    title_page(service.name)
    with st.container(horizontal=True, vertical_alignment="center", key="tools-service"):
        st.button("All services", icon=":material/arrow_back:", on_click=write_filter, args=(chosen_filter,))
        link_to_page("", f"{service.short_name} on the map", service=service.id)
        copy_link()
    address.notice()
    with st.container(key="service-map"):
        st.markdown(f"[{neighbours_map(catalog, service)}](.?service={service.id})")
    service_card(
        catalog,
        service,
        lambda other: write_filter(chosen_filter, other),
        key="services",
        whole=True,
        part=address.get(PART),
        go_to=lambda part: write_filter(chosen_filter, service.id, part),
    )
