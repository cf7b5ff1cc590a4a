"""Use cases that were chosen: one with its problem and its services in the order of the steps; of several, what they
share and what each adds."""

import streamlit as st

from components.frame.menu import link_to_page, link_with_icon
from components.landscape.address import select_service
from components.text.plain_text import counted, plain
from data.landscape.walk import services_met
from data.records import Catalog, UseCase


def use_case_panel(catalog: Catalog, use_case: UseCase) -> None:
    """Draw one use case."""
    st.subheader(plain(use_case.title), anchor=False)
    with st.container(horizontal=True, gap="small"):
        link_with_icon("use-cases", "Walk through", ":material/play_arrow:", use_case=use_case.id, step="1")
        link_with_icon("use-cases", "Present", ":material/slideshow:", use_case=use_case.id, present="1")
        link_with_icon("use-cases", "Read", ":material/menu_book:", use_case=use_case.id)
    st.markdown(plain(use_case.problem))
    st.markdown(f"**Services, in the order of the {counted(len(use_case.steps), 'step')}**")
    service_buttons(catalog, services_met(catalog, use_case), key="in-use-case")


def several_use_cases(catalog: Catalog, use_cases: tuple[UseCase, ...]) -> None:
    """Draw what several use cases share, and what each adds to that."""
    met = {use_case.id: services_met(catalog, use_case) for use_case in use_cases}
    shared = frozenset.intersection(*(frozenset(services) for services in met.values()))
    st.subheader(f"{len(use_cases)} use cases", anchor=False)
    st.markdown("**What they share**" if shared else "**They share no service.**")
    service_buttons(catalog, [service for service in catalog.services if service in shared], key="shared")
    for use_case in use_cases:
        added = [service for service in met[use_case.id] if service not in shared]
        link_to_page("use-cases", use_case.title, use_case=use_case.id)
        st.markdown(f":small[adds {counted(len(added), 'service')}]" if added else ":small[adds no service]")
        service_buttons(catalog, added, key=f"added-{use_case.id}")


def service_buttons(catalog: Catalog, services: list[str], *, key: str) -> None:
    """Services in a row that wraps, each of which opens its card."""
    with st.container(horizontal=True, gap="xsmall"):
        for service in services:
            st.button(
                plain(catalog.services[service].short_name),
                key=f"{key}-{service}",
                on_click=select_service,
                args=(catalog, service),
            )
