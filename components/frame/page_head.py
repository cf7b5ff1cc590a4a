"""The head of a page: its title, and the link to where it stands."""

import streamlit as st

from components.frame.copy_link import copy_link


def page_head(title: str) -> None:
    """Draw the title, in our own words, with Copy link at the end of its line."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(title, anchor=False)
        copy_link()
