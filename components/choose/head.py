"""What the helper that chooses says of itself."""

import streamlit as st

from components.frame.titles import title_page
from data.choosing.decision import Way


def title_by_outcome(way: Way) -> None:
    """Let the browser's tab say what was recommended."""
    if way.recommendation:
        title_page(way.recommendation.title)


def tell_of_no_questions() -> None:
    """Say that a catalog has none."""
    st.info("This catalog has no questions to choose by.", icon=":material/info:")
