"""The title of the page of estates, and what can be done with the one that is held."""

import streamlit as st

from components.estate.address import write_example
from components.estate.export import estate_export
from components.estate.held import Held, forget
from components.estate.values import give_values
from components.frame.copy_link import copy_link
from components.frame.pickers import search_box
from data.records import Catalog


def estate_head(catalog: Catalog, now: Held | None, example: str | None) -> None:
    """Draw them. Only a ready example has a link to copy."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="estate-head"):
        st.title("Your estate", anchor=False, width="stretch")
        with st.container(horizontal=True, width="content", gap="small", key="tools-estate"):
            if now is not None:
                search_box(
                    "Find in your estate",
                    now.words,
                    lambda words: setattr(now, "words", words),
                    key="estate-words",
                    placeholder="Find, e.g. orders",
                    width=190,
                )
                give_values(now)
                estate_export(catalog, now)
                st.button("Other files", icon=":material/upload_file:", key="estate-again", on_click=_again)
            if example is not None:
                copy_link()


def _again() -> None:
    forget()
    write_example(None)
