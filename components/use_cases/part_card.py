"""The card of a part of a use case, beside its picture, and where to read on."""

import streamlit as st

from components.cards.connection_card import connection_card
from components.cards.parts import CONNECTS
from components.cards.service_card import service_card
from components.frame.menu import link_to_page
from components.use_cases.walk_moves import close_card, failure_of, look_at_failure, open_card, open_part
from data.landscape.walk import Place
from data.records import Catalog


def part_card(catalog: Catalog, place: Place) -> None:
    """Draw the card of the part that is selected, with a button that closes it; nothing where none is. What a service
    connects to is left to the picture."""
    if place.card is None:
        return
    failure = failure_of(catalog, place.use_case or "", place.card)
    with st.container(border=True, key="part-card"):
        if place.service:
            service_card(
                catalog,
                catalog.services[place.service],
                lambda other: open_card(catalog, other),
                key="use-case-card",
                without=(CONNECTS,),
                part=place.part,
                go_to=lambda part: open_part(catalog, part),
                close=lambda: close_card(catalog),
            )
            with st.container(horizontal=True):
                link_to_page("services", "The whole card", service=place.service)
                link_to_page("", "On the landscape", service=place.service)
        elif place.connection:
            connection_card(
                catalog,
                catalog.connections[place.connection],
                lambda service: open_card(catalog, service),
                key="use-case-card",
                part=place.part,
                go_to=lambda part: open_part(catalog, part),
                close=lambda: close_card(catalog),
            )
            link_to_page("", "On the landscape", connection=place.connection)
        if failure and place.shows != "failure":
            st.button(
                "What if it fails?",
                icon=":material/bolt:",
                key="part-card-what-if",
                on_click=look_at_failure,
                args=(catalog, failure),
            )
