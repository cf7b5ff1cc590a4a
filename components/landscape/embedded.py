"""The landscape inside another page."""

import streamlit as st

from components.frame.address import Address
from components.frame.copy_link import copy_link
from components.landscape.map import landscape_map
from components.landscape.panel import landscape_panel
from components.text.plain_text import plain
from data.landscape.view import Question, View
from data.records import Catalog

HEIGHT = 510  # px; fits a frame 600 px high


def embedded_landscape(catalog: Catalog, question: Question, shown: View, address: Address) -> None:
    """Draw what the address asks for, and the card of what is clicked; no filters and no tables."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{plain(shown.title)}**", width="stretch")
        copy_link()
    address.notice()
    with st.container(key="embedded"):  # its second column takes no room while nothing stands in it
        picture, panel = st.columns([2.1, 1], gap="small")
    with picture:
        landscape_map(catalog, question, shown, height=HEIGHT, keys=False)
    if question.service or question.connection or question.start or question.end:
        with panel:
            landscape_panel(catalog, question, shown, HEIGHT)
