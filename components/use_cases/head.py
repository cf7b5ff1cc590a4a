"""What a use case is about, in one line above its picture."""

import streamlit as st

from components.text.plain_text import plain
from data.records import UseCase


def use_case_head(use_case: UseCase) -> None:
    """Draw title and problem; inside another page they share a line."""
    if st.context.is_embedded:
        st.markdown(f"**{plain(use_case.title)}.** {plain(use_case.problem)}")
        return
    st.title(plain(use_case.title), anchor=False)
    st.markdown(plain(use_case.problem))
