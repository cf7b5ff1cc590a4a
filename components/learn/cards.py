"""The words of a path as cards: the word on one side, what it means on the other."""

import streamlit as st

from components.frame.walk_keys import STEPS, Span, tell_keys, walk_keys
from components.learn.address import Lesson
from components.learn.moves import go_home, show_cards
from components.text.plain_text import plain
from components.text.terms import definition
from data.records import Catalog

TURNED = "learn-card-turned"
WIDTH, HEIGHT = 560, 220  # px


def show_word_cards(catalog: Catalog, lesson: Lesson) -> None:
    """Draw the card of a lesson."""
    path = catalog.paths[lesson.path or ""]
    term = catalog.terms[path.terms[lesson.card - 1]]
    turned = st.session_state.get(TURNED) == term.id
    st.title(f"{plain(path.title)}: words", anchor=False)
    st.caption(f"Word {lesson.card} of {len(path.terms)}")
    with st.container(border=True, width=WIDTH, height=HEIGHT, key="word-card"):
        if turned:
            st.markdown(definition(term))
        else:
            st.subheader(plain(term.term), anchor=False)
            st.markdown("What does it mean? Say it, then turn the card.")
    with st.container(horizontal=True, gap="small", key="tools-cards"):
        st.button("Turn over", icon=":material/flip:", key="card-turn", on_click=_turn, args=(term.id,))
        for label, icon, to in (("Previous", "arrow_back", -1), ("Next", "arrow_forward", 1)):
            card = lesson.card + to
            st.button(
                label,
                icon=f":material/{icon}:",
                key=f"card-{label.lower()}",
                disabled=not 1 <= card <= len(path.terms),
                on_click=show_cards,
                args=(catalog, path.id, card),
            )
        st.button("Leave", icon=":material/close:", key="card-leave", on_click=go_home, args=(catalog,))
    tell_keys(f"{STEPS}; Esc leaves.")
    walk_keys(
        Span(lesson.card, 1, len(path.terms)),
        key="card-keys",
        says=f"Word {lesson.card} of {len(path.terms)}. {term.term}{f': {term.definition}' if turned else ''}",
        escape=True,
        go_to=lambda card: show_cards(catalog, path.id, card),
        leave=lambda: go_home(catalog),
    )


def _turn(term: str) -> None:
    st.session_state[TURNED] = None if st.session_state.get(TURNED) == term else term
