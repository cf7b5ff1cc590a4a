"""The landscape page: the toolbar, and, as a fragment of its own, what a click on the map changes: the map, its card and the tables."""

import streamlit as st

from components.landscape_address import read_question
from components.landscape_map import landscape_map
from components.landscape_panel import landscape_panel
from components.landscape_tables import landscape_tables
from components.landscape_toolbar import landscape_toolbar
from components.plain_text import counted, plain
from components.share import copy_link
from components.url_state import Address
from data.catalog import Catalog
from data.view import Question, View, view

EMBEDDED_HEIGHT = 510  # px; fits a frame 600 px high


@st.fragment
def explore_landscape(of: Catalog) -> None:
    """Draw the landscape for the question that the address asks."""
    if st.context.is_embedded:
        address = Address.of_this_page()
        asked = read_question(address, of)
        _embedded(of, asked, view(of, asked), address)
        return
    landscape_toolbar(of, read_question(Address.of_this_page(), of))
    _map_and_card(of)


@st.fragment
def _map_and_card(of: Catalog) -> None:
    """What a click on the map changes. The card is drawn before the map: it is what the visitor waits for."""
    address = Address.of_this_page()
    asked = read_question(address, of)
    shown = view(of, asked)
    address.notice()
    picture, panel = st.columns([2.5, 1], gap="small")
    with panel:
        landscape_panel(of, asked, shown)
    with picture:
        lit = f"{counted(len(shown.lit_services), 'service')}, {counted(len(shown.lit_connections), 'connection')}"
        st.markdown(f"**{plain(shown.title)}** :small[:gray[{lit}]]")
        landscape_map(of, asked, shown)
    landscape_tables(of, shown)


def _embedded(of: Catalog, asked: Question, shown: View, address: Address) -> None:
    """The landscape inside another page: what the address asks for, and the card of what is clicked; no filters and no tables."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{plain(shown.title)}**", width="stretch")
        copy_link()
    address.notice()
    selects = bool(asked.service or asked.connection or asked.start or asked.end)
    picture, panel = st.columns([2.1, 1], gap="small") if selects else (st.container(), None)
    with picture:
        landscape_map(of, asked, shown, height=EMBEDDED_HEIGHT, legend=False)
    if panel is not None:
        with panel:
            landscape_panel(of, asked, shown, EMBEDDED_HEIGHT)
