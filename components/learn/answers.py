"""What a visitor answered, kept for the session, and what is said about it: why, with the card and its source."""

import streamlit as st

from components.learn.address import Lesson
from components.learn.more import more_link, sources_in_words
from components.learn.moves import know
from components.text.plain_text import plain
from data.learn.question import Asked
from data.records import Catalog

Answer = tuple[str, ...]


def answers_of(lesson: Lesson) -> dict[int, Answer]:
    """The answers to the questions of a lesson, by number."""
    answers: dict[int, Answer] = st.session_state.setdefault(_slot(lesson), {})
    return answers


def give(lesson: Lesson, asked: Asked, answer: Answer) -> None:
    """Take an answer."""
    st.session_state[_slot(lesson)] = {**answers_of(lesson), lesson.question: answer}
    if asked.is_right(answer):
        know(asked.question.id)


def forget_answers(lesson: Lesson) -> None:
    """Ask the same questions afresh."""
    st.session_state.pop(_slot(lesson), None)


def _slot(lesson: Lesson) -> str:
    return f"learn-answers-{lesson.path}-{lesson.quiz}"


def answer_note(catalog: Catalog, asked: Asked, answer: Answer) -> None:
    """Say whether an answer is right, which one is, why, and where it is written."""
    question = asked.question
    if asked.is_right(answer):
        st.success("Right.", icon=":material/check_circle:")
    else:
        st.warning(_not_right(catalog, asked, answer), icon=":material/cancel:")
    if question.kind in {"order", "match"}:
        st.markdown(_in_order(asked))
    label = " :gray-badge[our judgement]" if question.judged else ""
    if question.kind != "match":
        st.markdown(f"{plain(question.why)}{label}")
    st.caption(f"Source: {sources_in_words(question.sources)}")
    more_link(catalog, question.more)


def _not_right(catalog: Catalog, asked: Asked, answer: Answer) -> str:
    question = asked.question
    if question.kind == "order":
        return "Not quite. The order is:"
    if question.kind == "match":
        fitting = sum(given == right for given, right in zip(answer, question.right, strict=False))
        return f"Not quite: {fitting} of {len(question.right)} fit. What belongs together:"
    names = (answer[0], question.right[0])
    if question.kind == "click":
        names = (catalog.services[answer[0]].short_name, catalog.services[question.right[0]].short_name)
    true_of = asked.about(answer[0])
    beside = f" Your answer is true of something else: {plain(true_of)}" if true_of else ""
    return f"Not “{plain(names[0])}”, but: **{plain(names[1])}**.{beside}"


def _in_order(asked: Asked) -> str:
    question = asked.question
    if question.kind == "order":
        return "\n".join(f"{number}. {plain(step)}" for number, step in enumerate(question.right, start=1))
    pairs = zip(question.left, question.right, strict=True)
    return "\n".join(f"- **{plain(left)}**: {plain(right)}" for left, right in pairs)
