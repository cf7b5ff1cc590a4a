"""The ready comparisons, as tiles."""

import streamlit as st

from components.compare.address import Compared, write_compared
from components.text.plain_text import plain
from data.records import Catalog, Comparison


def compare_gallery(catalog: Catalog) -> None:
    """Draw a tile for each ready comparison; a click opens it."""
    st.subheader(f"Ready comparisons :small[:gray[{len(catalog.comparisons)}]]", anchor=False)
    st.markdown(
        ":small[The pairs that come up most in a review, each with "
        "a short verdict of ours and the facts that decide it.]"
    )
    with st.grid(min_column_width=320, border=True):
        for comparison in catalog.comparisons.values():
            _tile(comparison)


def _tile(comparison: Comparison) -> None:
    with st.container(gap="xsmall"):
        opened = Compared(pair=comparison.id)
        st.button(
            f"**{plain(comparison.title)}**",
            key=f"pair-{comparison.id}",
            type="tertiary",
            on_click=write_compared,
            args=(opened,),
        )
        st.markdown(f":small[{plain(comparison.question)}]")
        st.markdown(" ".join(f":gray-badge[{plain(option.name)}]" for option in comparison.options))
