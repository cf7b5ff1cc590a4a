"""The landscape page: the toolbar, the map with its card, and the tables.

A click on the map reruns the map and its card alone, as a fragment of their own, while the tables are closed. Open
tables have to follow, so then all of it reruns.
"""

import streamlit as st

from components.frame.address import Address
from components.frame.copy_link import copy_link
from components.landscape.address import PARAMETERS, question_of_this_page, read_question
from components.landscape.map import landscape_map
from components.landscape.panel import landscape_panel
from components.landscape.tables import landscape_tables
from components.landscape.toolbar import landscape_toolbar
from components.text.plain_text import plain
from data.landscape.view import Question, View, view
from data.records import Catalog

EMBEDDED_HEIGHT = 510  # px; fits a frame 600 px high


@st.fragment
def explore_landscape(catalog: Catalog) -> None:
    """Draw the landscape for the question that the address asks."""
    if st.context.is_embedded:
        address = Address.of_this_page(PARAMETERS, catalog)
        question = read_question(address)
        _embedded(catalog, question, view(catalog, question), address)
        return
    question = question_of_this_page(catalog)
    landscape_toolbar(catalog, question)
    above = st.container()
    follows = landscape_tables(catalog, view(catalog, question))
    with above:
        (_map_and_card if follows else _map_and_card_alone)(catalog)


def _map_and_card(catalog: Catalog) -> None:
    """What a click on the map changes. The card is drawn before the map: it is what the visitor waits for."""
    address = Address.of_this_page(PARAMETERS, catalog)
    question = read_question(address)
    shown = view(catalog, question)
    address.notice()
    picture, panel = st.columns([2.5, 1], gap="small")
    with panel:
        landscape_panel(catalog, question, shown)
    with picture:
        landscape_map(catalog, question, shown)


_map_and_card_alone = st.fragment(_map_and_card)


def _embedded(catalog: Catalog, question: Question, shown: View, address: Address) -> None:
    """The landscape inside another page: what the address asks for, and the card of what is clicked; no filters and
    no tables."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{plain(shown.title)}**", width="stretch")
        copy_link()
    address.notice()
    selects = bool(question.service or question.connection or question.start or question.end)
    picture, panel = st.columns([2.1, 1], gap="small") if selects else (st.container(), None)
    with picture:
        landscape_map(catalog, question, shown, height=EMBEDDED_HEIGHT, keys=False)
    if panel is not None:
        with panel:
            landscape_panel(catalog, question, shown, EMBEDDED_HEIGHT)
