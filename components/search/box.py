"""The search box of every page: `Ctrl/Cmd-K` or `/`, suggestions while somebody types, and the way to what is chosen.

The browser asks `/api/search` itself, so typing runs no page; what was searched for is kept in the browser only. Links
of texts and tables to pages of the app take the same way, so that no page is loaded anew.
"""

from urllib.parse import parse_qs, urlsplit

import streamlit as st

from components.frame.menu import PAGES, ROOT
from components.scripts.in_page import in_page
from data.search import LONGEST_QUERY

_mount = in_page(__file__, "search_everything", '<div class="ldg-find"></div>')


def search_everything() -> None:
    """Draw the button of the search, and go to what somebody chose in it, or in a link of a text."""
    data = {"root": root_path(), "longest": LONGEST_QUERY, "pages": [page.path for page in PAGES]}
    chosen = _mount(data=data, key="search-everything", on_event_change=lambda: None).get("event")
    address = chosen.get("open") if isinstance(chosen, dict) else None
    if isinstance(address, str):
        _open(address)


def root_path() -> str:
    """The path of the app on its host, with a slash at both ends."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/" if base else "/"


def _open(address: str) -> None:
    """Go to a page of the menu; the page itself reads its parameters, and drops what it does not understand."""
    parts = urlsplit(address)
    page = next((page for page in PAGES if page.path == parts.path), None)
    if page is not None:
        st.switch_page(ROOT / "pages" / page.file, query_params=parse_qs(parts.query))
