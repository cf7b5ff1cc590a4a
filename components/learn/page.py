"""The page of learning: the paths, a stop of one, its questions, its words, its slides, or what a lead sends."""

import streamlit as st

from components.frame.address import Address
from components.learn.address import PARAMETERS, read_lesson
from components.learn.cards import show_word_cards
from components.learn.finished import show_path
from components.learn.home import show_home
from components.learn.kept import keep_in_browser, progress_of
from components.learn.lead import show_for_lead
from components.learn.quiz import show_quiz
from components.learn.slides import show_slides
from components.learn.stop import show_stop
from data.records import Catalog


@st.fragment
def show_learning(catalog: Catalog) -> None:
    """Draw what the address asks for."""
    address = Address.of_this_page(PARAMETERS, catalog)
    lesson = read_lesson(address, catalog)
    if _frame_differs(lesson.presenting):
        st.rerun()
    if lesson.presenting:
        show_slides(catalog, lesson)
    elif lesson.quiz:
        show_quiz(catalog, lesson)
    elif lesson.show == "cards":
        show_word_cards(catalog, lesson)
    elif lesson.show == "lead":
        show_for_lead(catalog)
    elif lesson.path and lesson.stop:
        show_stop(catalog, lesson)
    elif lesson.path:
        show_path(catalog, lesson)
    else:
        show_home(catalog, lesson)
    address.notice()
    keep_in_browser(catalog, progress_of(catalog, lesson))


def _frame_differs(presenting: bool) -> bool:
    """Whether the menu around the page was drawn for the other way of showing it."""
    before = st.session_state.get("learn-presenting")
    st.session_state["learn-presenting"] = presenting
    return before is not None and before != presenting
