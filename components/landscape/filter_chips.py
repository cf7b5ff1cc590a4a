"""The conditions that hold now, above the map: each is a button that takes it away."""

import streamlit as st

from components.landscape.address import change_filter
from components.text.plain_text import plain
from data.landscape.chips import chips_of
from data.landscape.view import Question
from data.records import Catalog


def filter_chips(catalog: Catalog, question: Question) -> None:
    """Draw a chip for each condition of the filter; nothing where there is none."""
    chips = chips_of(catalog, question.filter)
    if not chips:
        return
    with st.container(horizontal=True, gap="xsmall", key="chips"):
        for chip in chips:
            st.button(
                plain(chip.label),
                icon=":material/close:",
                key=f"chip-{chip.key}",
                help="Take this condition away",
                on_click=change_filter,
                args=(catalog, chip.without),
            )
