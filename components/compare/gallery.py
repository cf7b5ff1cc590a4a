"""The ready comparisons, as tiles."""

from collections.abc import Sequence

import streamlit as st

from components.frame.card_link import card_link, style_cards
from components.frame.small_map_image import small_map
from components.picture.theme_mode import theme_mode
from components.text.plain_text import plain
from data.comparing.comparison_view import services_of
from data.records import Catalog, Comparison


def compare_gallery(catalog: Catalog, services: Sequence[str]) -> None:
    """Draw what is still to be chosen beside the first service, and a tile for each ready comparison; a click opens
    it."""
    if services:
        st.info(
            f"{plain(catalog.services[services[0]].short_name)} is chosen. Choose one more service, up to four in all.",
            icon=":material/add:",
        )
    st.subheader(f"Ready comparisons :small[:gray[{len(catalog.comparisons)}]]", anchor=False)
    st.markdown(
        ":small[The pairs that come up most in a review, each with "
        "a short verdict of ours and the facts that decide it.]"
    )
    style_cards()
    with st.grid(min_column_width=320, border=True):
        for comparison in catalog.comparisons.values():
            _tile(catalog, comparison)


def _tile(catalog: Catalog, comparison: Comparison) -> None:
    with st.container(gap="xsmall", key=f"tile-{comparison.id}"):
        card_link("compare", comparison.title, pair=comparison.id)
        st.markdown(small_map("services", f"Map: {comparison.title}", theme_mode(), services_of(catalog, comparison)))
        st.markdown(f":small[{plain(comparison.question)}]")
        st.markdown(" ".join(f":gray-badge[{plain(option.name)}]" for option in comparison.options))
