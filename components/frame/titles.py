"""The title of the browser's tab."""

import streamlit as st

APP = "AWS Data Landscape"


def title_page(name: str) -> None:
    """Name the tab after what is shown on this page."""
    st.set_page_config(page_title=f"{name} · {APP}")
