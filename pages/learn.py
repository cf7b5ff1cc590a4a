"""Learn: the paths, a stop of one, its questions, its words, its slides, or what a lead sends."""

import streamlit as st

from components.learn.address import lesson_of_this_page
from components.learn.cards import show_word_cards
from components.learn.finished import show_path
from components.learn.home import show_home
from components.learn.kept import keep_in_browser, progress_of
from components.learn.lead import show_for_lead
from components.learn.quiz import show_quiz
from components.learn.slides import frame_differs, show_slides
from components.learn.stop import show_stop
from data.catalog import catalog


@st.fragment
def show_learning() -> None:
    """All of the page: a stop draws this again, and not the frame around it."""
    address, lesson = lesson_of_this_page(catalog())
    if frame_differs(lesson.presenting):
        st.rerun()
    if lesson.presenting:
        show_slides(catalog(), lesson)
    elif lesson.quiz:
        show_quiz(catalog(), lesson)
    elif lesson.show == "cards":
        show_word_cards(catalog(), lesson)
    elif lesson.show == "lead":
        show_for_lead(catalog())
    elif lesson.path and lesson.stop:
        show_stop(catalog(), lesson)
    elif lesson.path:
        show_path(catalog(), lesson)
    else:
        show_home(catalog(), lesson)
    address.notice()
    keep_in_browser(catalog(), progress_of(catalog(), lesson))


show_learning()
