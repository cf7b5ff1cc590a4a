"""Matrix: services by capability, what each condition is, and which services have all that is asked for."""

import streamlit as st

from components.frame.page_head import page_head
from components.matrix.address import matrix_of_this_page
from components.matrix.cells import matrix_cells
from components.matrix.filter import choose_capabilities, partly_or_clear
from components.matrix.remaining import what_remains
from data.catalog import catalog


@st.fragment
def show_matrix() -> None:
    """All of the page: a choice draws this again, and not the frame around it."""
    address, looking, shown = matrix_of_this_page(catalog())
    page_head("Feature matrix")
    address.notice()
    choose_capabilities(catalog(), looking)
    with st.container(horizontal=True, vertical_alignment="center", key="what-remains"):
        partly_or_clear(looking)
        what_remains(catalog(), looking, shown)
    if shown.services:
        matrix_cells(catalog(), looking, shown)


show_matrix()
