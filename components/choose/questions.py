"""The questions of the helper, one below the other: those answered, which can be changed at any time, and the
next one."""

from dataclasses import replace

import streamlit as st

from components.choose.address import Choosing, write_choosing
from components.text.plain_text import plain
from data.choosing.decision import Way, most_left
from data.records import Decision, DecisionQuestion


def ask_questions(decision: Decision, choosing: Choosing, way: Way) -> None:
    """Draw every question on the way as a group of radio buttons; a choice writes the address."""
    for number, (question, option) in enumerate(way.taken, start=1):
        _ask(decision, choosing, question, number, option.id)
    if way.question:
        _ask(decision, choosing, way.question, len(way.taken) + 1, None)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Start again",
            icon=":material/restart_alt:",
            disabled=not way.taken,
            on_click=write_choosing,
            args=(decision, replace(choosing, answers={})),
        )
        st.markdown(f":small[:gray[{_progress(decision, way)}]]")


def _ask(decision: Decision, choosing: Choosing, question: DecisionQuestion, number: int, chosen: str | None) -> None:
    key = f"answer-{question.id}"

    def answered() -> None:
        write_choosing(decision, replace(choosing, answers={**choosing.answers, question.id: st.session_state[key]}))

    texts = {option.id: option.text for option in question.options}
    st.session_state[key] = chosen
    st.radio(
        f"**{number}. {plain(question.text)}**",
        list(texts),
        format_func=lambda option: plain(texts[option]),
        index=None,
        key=key,
        on_change=answered,
    )
    if question.note:
        st.markdown(f":small[:gray[{plain(question.note)}]]")


def _progress(decision: Decision, way: Way) -> str:
    if way.recommendation:
        return f"{_questions(len(way.taken))} answered; any of them can be changed."
    left = most_left(decision, way.answers)
    return f"At most {_questions(left)} left." if way.taken else f"At most {_questions(left)}, each with one answer."


def _questions(number: int) -> str:
    return f"{number} question" + ("" if number == 1 else "s")
