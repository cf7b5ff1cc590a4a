"""Which theme the visitor sees."""

import streamlit as st

from components.picture.theme import Mode


def theme_mode() -> Mode:
    """The theme of this visitor's page."""
    return "dark" if st.context.theme.type == "dark" else "light"
