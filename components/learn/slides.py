"""A path on a projector: a slide for each stop, then a slide for each question and one for its answer."""

import streamlit as st

from components.frame.full_screen import Screen, full_screen
from components.frame.slide_text import Column, Words, named, slide_text
from components.frame.walk_keys import Span, walk_keys
from components.learn.address import Lesson, last_stop
from components.learn.lead import SEED
from components.learn.moves import go_to_stop, leave_slides
from components.learn.stop import stop_map
from components.text.plain_text import plain
from data.learn.question import PosedQuestion
from data.learn.quiz import make_quiz
from data.learn.stops import facts_at
from data.records import Catalog, LearningPath, Stop

BAR, EDGES, WORDS = 44, 62, 0.34
NARROW = 560


def frame_differs(presenting: bool) -> bool:
    """Whether the menu around the page was drawn for the other way of showing it."""
    before = st.session_state.get("learn-presenting")
    st.session_state["learn-presenting"] = presenting
    return before is not None and before != presenting


def show_slides(catalog: Catalog, lesson: Lesson) -> None:
    """Draw the slide of a lesson."""
    path = catalog.paths[lesson.path or ""]
    number, last = lesson.stop or 1, last_stop(path, presenting=True)
    screen = full_screen(keep=False)
    stops = len(path.stops)
    words = (
        _of_stop(catalog, path.stops[number - 1]) if number <= stops else _of_question(catalog, lesson, number - stops)
    )
    _bar(catalog, path, number, last)
    room = screen.height - BAR - EDGES
    if number <= stops:
        _with_map(catalog, path, path.stops[number - 1], words, screen)
    else:
        slide_text(words, key="lesson-end", height=room, largest=round(screen.height / 20))
    walk_keys(
        Span(number, 1, last),
        key="lesson-keys",
        says=f"{_progress(path, number)}. {words.title}. {words.text}",
        escape=True,
        go_to=lambda wanted: go_to_stop(catalog, wanted),
        leave=lambda: leave_slides(catalog),
    )


def _with_map(catalog: Catalog, path: LearningPath, stop: Stop, words: Words, screen: Screen) -> None:
    room = screen.height - BAR - EDGES
    picture, text = (st.container(), st.container()) if screen.width < NARROW else st.columns([1 - WORDS, WORDS])
    with picture:
        stop_map(catalog, path, stop, key="lesson-picture", height=room if screen.width >= NARROW else room // 2)
    with text:
        slide_text(words, key="lesson-words", height=room, largest=round(screen.width * WORDS / 16))


def _bar(catalog: Catalog, path: LearningPath, number: int, last: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="slide-bar"):
        st.subheader(plain(path.title), anchor=False, width="stretch")
        st.markdown(f"**{_progress(path, number)}**", width="content")
        for label, icon, to in (("Previous", "arrow_back", number - 1), ("Next", "arrow_forward", number + 1)):
            st.button(
                label,
                icon=f":material/{icon}:",
                key=f"lesson-{label.lower()}",
                disabled=not 1 <= to <= last,
                on_click=go_to_stop,
                args=(catalog, to),
            )
        st.button("Leave", icon=":material/close:", key="lesson-leave", on_click=leave_slides, args=(catalog,))


def _progress(path: LearningPath, number: int) -> str:
    stops = len(path.stops)
    if number <= stops:
        return f"Stop {number} of {stops}"
    question, answer = divmod(number - stops - 1, 2)
    return f"{'Answer' if answer else 'Question'} {question + 1}"


def _of_stop(catalog: Catalog, stop: Stop) -> Words:
    note = f"Our judgement: {stop.take} {stop.leave}"
    return Words(stop.title, stop.idea, note, sources=named(facts_at(catalog, stop)[0].sources))


def _of_question(catalog: Catalog, lesson: Lesson, number: int) -> Words:
    index, answer = divmod(number - 1, 2)
    posed = make_quiz(catalog, lesson.quiz or SEED, lesson.path)[index]
    question = posed.question
    if answer:
        return Words(question.text, _answer(catalog, posed), question.why, sources=named(question.sources))
    if question.left:
        return Words(
            columns=(Column(question.text, question.left), Column("What belongs to what?", posed.options)),
        )
    return Words(columns=(Column(question.text, posed.options),)) if posed.options else Words(question.text)


def _answer(catalog: Catalog, posed: PosedQuestion) -> str:
    question = posed.question
    if question.kind == "click":
        return catalog.services[question.right[0]].name
    if question.left:
        return ""
    return " → ".join(question.right)
