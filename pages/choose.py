"""Choose: at most five questions, what follows from the answers with the reasons, and the way as a picture."""

import streamlit as st

from components.choose.address import choosing_of_this_page
from components.choose.head import tell_of_no_questions, title_by_outcome
from components.choose.questions import ask_questions
from components.choose.recommendation import show_outcome, show_what_else
from components.choose.way import show_way
from components.frame.page_head import page_head
from data.catalog import catalog


@st.fragment
def choose_service() -> None:
    """All of the page: an answer draws this again, and not the frame around it."""
    page_head("Choose a service")
    decision = catalog().decision
    if decision is None:
        tell_of_no_questions()
        return
    address, choosing, way = choosing_of_this_page(catalog(), decision)
    title_by_outcome(way)
    address.notice()
    questions, outcome = st.columns([1, 1.45], gap="medium")
    with questions:
        ask_questions(decision, choosing, way)
    with outcome, st.container(border=True, key="outcome"):
        show_outcome(catalog(), decision, way)
    show_what_else(catalog(), decision, way)
    show_way(catalog(), decision, choosing, way)


choose_service()
