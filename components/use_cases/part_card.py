"""The card of a part of a use case, beside its picture, and where to read on."""

import streamlit as st

from components.cards.parts import CONNECTS
from components.cards.selected_card import Ways, selected_card
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
    ways = Ways(
        lambda other: open_card(catalog, other), lambda part: open_part(catalog, part), lambda: close_card(catalog)
    )
    with st.container(border=True, key="part-card"):
        if place.service:
            selected_card(
                catalog, catalog.services[place.service], place.part, ways, key="use-case-card", without=(CONNECTS,)
            )
            with st.container(horizontal=True):
                link_to_page("services", "The whole card", service=place.service)
                link_to_page("", "On the landscape", service=place.service)
        elif place.connection:
            selected_card(catalog, catalog.connections[place.connection], place.part, ways, key="use-case-card")
            link_to_page("", "On the landscape", connection=place.connection)
        if failure and place.shows != "failure":
            st.button(
                "What if it fails?",
                icon=":material/bolt:",
                key="part-card-what-if",
                on_click=look_at_failure,
                args=(catalog, failure),
            )
