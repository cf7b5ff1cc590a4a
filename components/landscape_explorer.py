"""The landscape page as one fragment: a click reruns the map, its card and the tables, and nothing else."""

import streamlit as st

from components.landscape_address import read_question
from components.landscape_map import landscape_map
from components.landscape_panel import landscape_panel
from components.landscape_tables import landscape_tables
from components.landscape_toolbar import landscape_toolbar
from components.plain_text import plain
from components.url_state import Address
from data.catalog import Catalog
from data.view import view


@st.fragment
def explore_landscape(of: Catalog) -> None:
    """Draw the landscape for the question that the address asks."""
    address = Address.of_this_page()
    asked = read_question(address, of)
    shown = view(of, asked)
    landscape_toolbar(of, asked)
    address.notice()
    picture, panel = st.columns([2.5, 1], gap="small")
    with picture:
        st.markdown(f"**{plain(shown.title)}** :small[:gray[{len(shown.lit_services)} services, {len(shown.lit_connections)} connections]]")
        landscape_map(of, asked, shown)
    with panel:
        landscape_panel(of, asked, shown)
    landscape_tables(of, shown)
