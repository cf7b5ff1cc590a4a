"""The address of what is shown, ready to copy."""

from urllib.parse import quote

import streamlit as st


def copy_link() -> None:
    """A popover with the full address of this very view, and a copy button."""
    with st.popover("Copy link", icon=":material/link:"):
        st.code(address_of_this_view(), language=None, wrap_lines=True)


def address_of_this_view() -> str:
    """The address that shows exactly this again."""
    query = "&".join(f"{_quoted(name)}={_quoted(value)}" for name in st.query_params for value in st.query_params.get_all(name))
    page = (st.context.url or "").partition("?")[0]
    return f"{page}?{query}" if query else page


def _quoted(text: str) -> str:
    return quote(text, safe="")
