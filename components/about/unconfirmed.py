"""What no official page that was read states, by service."""

from functools import lru_cache

import streamlit as st

from components.text.citations import bullets
from components.text.plain_text import plain
from data.records import Catalog


def show_unconfirmed(catalog: Catalog) -> None:
    """Draw the list."""
    st.markdown(
        "What is often said, or was found in one place that is no "
        "official page. It is listed here so that somebody can confirm it,"
        " and shown nowhere as a fact."
    )
    st.markdown(_list(catalog))


@lru_cache(maxsize=4)
def _list(catalog: Catalog) -> str:
    by_service: dict[str, list[str]] = {}
    for entry in catalog.unconfirmed:
        by_service.setdefault(entry.about, []).append(plain(entry.text))
    return "\n\n".join(
        f"**{plain(catalog.services[service].name)}**\n\n{bullets(texts)}" for service, texts in by_service.items()
    )
