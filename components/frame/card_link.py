"""Cards of a gallery: the whole card is a link, and the chips on it are links of their own."""

import streamlit as st

from components.frame.menu import ROOT, page_at
from components.scripts.in_page import in_page
from components.text.plain_text import plain

_mount = in_page(__file__, "card_links", "<span></span>")


def style_cards() -> None:
    """Make the link of each container whose key begins with `tile-` fill it; once a page, before its cards."""
    _mount(key="card-links", height="content")


def card_link(path: str, label: str, **parameters: str | list[str]) -> None:
    """The link of a card to a page of the menu, by its path."""
    st.page_link(ROOT / "pages" / page_at(path).file, label=plain(label), query_params=parameters, width="stretch")


def service_chips(services: list[tuple[str, str]]) -> str:
    """Markdown of services (id, name) as small links to their cards."""
    return " ".join(f"[:gray-badge[{plain(name)}]](services?service={service})" for service, name in services)
