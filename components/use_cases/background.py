"""What stands behind the picture of a use case: why, at what price, what else, and where it is written."""

import streamlit as st

from components.cards.scroll import follow_parts
from components.frame.cost_link import cost_link
from components.text.citations import Citations, bullets
from components.text.judgement import JUDGED
from components.text.plain_text import plain
from components.use_cases.address import PARTS, place_of_this_page
from components.use_cases.walk_moves import open_part
from data.costs.places import place_of_use_case
from data.records import Catalog, UseCase


def use_case_background(catalog: Catalog, use_case: UseCase, cited: Citations) -> None:
    """Draw it; inside another page it is left out."""
    if st.context.is_embedded:
        return
    reasons, costs = st.columns(2, gap="medium")
    with reasons:
        _heading("why")
        st.markdown(bullets(cited.judgement(entry) for entry in use_case.why))
        _heading("alternatives")
        st.markdown(
            bullets(
                f"**[{plain(entry.title)}](use-cases?use_case={use_case.id}&alternative={number})**: "
                f"{plain(entry.text)} {cited.mark(entry.source)}"
                for number, entry in enumerate(use_case.alternatives, start=1)
            )
        )
    with costs:
        _heading("trade-offs")
        st.markdown(bullets(cited.judgement(entry) for entry in use_case.trade_offs))
        _heading("smaller")
        st.markdown(
            bullets(
                f"Without **{plain(catalog.services[entry.service].short_name)}**: {plain(entry.text)}"
                for entry in use_case.smaller
            )
        )
        cost_link(place_of_use_case(catalog, use_case.id), "What each part costs, and the smaller version")
    with st.expander(
        f"Sources ({len(use_case.sources)}), with the date of the text that was read", icon=":material/menu_book:"
    ):
        st.markdown(cited.sources())
    _, place = place_of_this_page(catalog)
    follow_parts(PARTS, None if place.card else place.part, lambda part: open_part(catalog, part), key="use-case")


def _heading(part: str) -> None:
    st.subheader(f"{PARTS[part].heading} {JUDGED}")
