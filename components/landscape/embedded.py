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
    selects = bool(question.service or question.connection or question.start or question.end)
    picture, panel = st.columns([2.1, 1], gap="small") if selects else (st.container(), None)
    with picture:
        landscape_map(catalog, question, shown, height=HEIGHT, keys=False)
    if panel is not None:
        with panel:
            landscape_panel(catalog, question, shown, HEIGHT)
