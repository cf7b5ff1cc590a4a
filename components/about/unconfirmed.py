"""What no official page that was read states, and the statements that stand on pages read in part only, by service."""

from functools import lru_cache

import streamlit as st

from components.frame.page_links import page_link_of
from components.text.citations import bullets, text_of
from components.text.plain_text import plain
from data.records import Catalog
from data.tools.unconfirmed import unread_statements


def show_unconfirmed(catalog: Catalog) -> None:
    """Draw both lists."""
    st.markdown(
        "What is often said, or was found in one place that is no "
        "official page. It is listed here so that somebody can confirm it,"
        " and shown nowhere as a fact."
    )
    st.markdown(_list(catalog))
    st.subheader("Shown, and marked as unconfirmed", anchor=False)
    st.markdown(
        "These stand on official pages of which no copy could be read from beginning to end. They are marked"
        " wherever they are told: on cards, in tables and in exports."
    )
    st.markdown(_marked(catalog))


@lru_cache(maxsize=4)
def _list(catalog: Catalog) -> str:
    by_service: dict[str, list[str]] = {}
    for entry in catalog.unconfirmed:
        by_service.setdefault(entry.about, []).append(plain(entry.text))
    return "\n\n".join(
        f"**{plain(service.name)}**\n\n{bullets(by_service[service.id])}"
        for service in catalog.services.values()
        if service.id in by_service
    )


@lru_cache(maxsize=4)
def _marked(catalog: Catalog) -> str:
    """The statements by the record that tells them, with the pages."""
    by_record: dict[str, list[str]] = {}
    for unread in unread_statements(catalog):
        pages = "; ".join(f"[{plain(page.title)}]({page.url}), {text_of(page)}" for page in unread.pages)
        by_record.setdefault(unread.pointer, []).append(f"{plain(unread.words)} :small[:gray[{pages}]]")
    places = {pointer: page_link_of(catalog, pointer) for pointer in by_record}
    return (
        "\n\n".join(
            f"**[{plain(places[pointer].name)}]({places[pointer].address.lstrip('/')})**\n\n{bullets(told)}"
            for pointer, told in by_record.items()
        )
        or "None."
    )
