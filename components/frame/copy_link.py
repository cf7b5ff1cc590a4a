"""The address of what is shown, ready to copy."""

from urllib.parse import quote

import streamlit as st

from components.scripts.in_page import in_page

_mount = in_page(__file__, "copy_link", '<div class="ldg-copy"></div>')


def copy_link() -> None:
    """A button that copies the full address of this very view; where the browser forbids that, it shows the address,
    selected.

    Inside another page a link beside it opens the same in a tab of its own.
    """
    _mount(data={"embedded": bool(st.context.is_embedded)}, key="copy-link", width="content", height="content")


def address_of_this_view() -> str:
    """The address that shows exactly this again."""
    query = "&".join(
        f"{_quoted(name)}={_quoted(value)}" for name in st.query_params for value in st.query_params.get_all(name)
    )
    page = (st.context.url or "").partition("?")[0]
    return f"{page}?{query}" if query else page


def _quoted(text: str) -> str:
    return quote(text, safe="")
