"""What is said about an answer: whether it is right, why, with the card and its source."""

import streamlit as st

from components.learn.more import more_link, sources_in_words
from components.text.plain_text import plain
from data.learn.answered import Answer
from data.learn.question import PosedQuestion
from data.records import Catalog


def answer_note(catalog: Catalog, posed: PosedQuestion, answer: Answer) -> None:
    """Say whether an answer is right, which one is, why, and where it is written."""
    question = posed.question
    if posed.is_right(answer):
        st.success("Right.", icon=":material/check_circle:")
    else:
        st.warning(_not_right(catalog, posed, answer), icon=":material/cancel:")
    if question.kind in {"order", "match"}:
        st.markdown(_in_order(posed))
    label = " :gray-badge[our judgement]" if question.judged else ""
    if question.kind != "match":
        st.markdown(f"{plain(question.why)}{label}")
    st.caption(f"Source: {sources_in_words(question.sources)}")
    more_link(catalog, question.more)


def _not_right(catalog: Catalog, posed: PosedQuestion, answer: Answer) -> str:
    question = posed.question
    if question.kind == "order":
        return "Not quite. The order is:"
    if question.kind == "match":
        fitting = sum(given == right for given, right in zip(answer, question.right, strict=False))
        return f"Not quite: {fitting} of {len(question.right)} fit. What belongs together:"
    names = (answer[0], question.right[0])
    if question.kind == "click":
        names = (catalog.services[answer[0]].short_name, catalog.services[question.right[0]].short_name)
    true_of = posed.about(answer[0])
    beside = f" Your answer is true of something else: {plain(true_of)}" if true_of else ""
    return f"Not “{plain(names[0])}”, but: **{plain(names[1])}**.{beside}"


def _in_order(posed: PosedQuestion) -> str:
    question = posed.question
    if question.kind == "order":
        return "\n".join(f"{number}. {plain(step)}" for number, step in enumerate(question.right, start=1))
    pairs = zip(question.left, question.right, strict=True)
    return "\n".join(f"- **{plain(left)}**: {plain(right)}" for left, right in pairs)
