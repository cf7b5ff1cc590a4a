"""The Landscape: the toolbar, the map of all services with the card of what is selected, and the same as tables."""

import streamlit as st

from components.landscape.address import landscape_of_this_page
from components.landscape.embedded import embedded_landscape
from components.landscape.filter_chips import filter_chips
from components.landscape.map_and_card import map_and_card
from components.landscape.tables import landscape_tables
from components.landscape.toolbar import landscape_toolbar
from data.catalog import catalog


@st.fragment
def show_landscape() -> None:
    """All of the page: what is asked in the toolbar draws this again, and not the frame around it."""
    address, question, shown = landscape_of_this_page(catalog())
    if st.context.is_embedded:
        embedded_landscape(catalog(), question, shown, address)
        return
    landscape_toolbar(catalog(), question, shown)
    with st.container():  # always there, so that what stands below keeps its place
        filter_chips(catalog(), question)
    above_the_tables = st.container()
    tables_open = landscape_tables(catalog(), shown)
    with above_the_tables:
        map_and_card(catalog(), question, shown, address, alone=not tables_open)


show_landscape()
