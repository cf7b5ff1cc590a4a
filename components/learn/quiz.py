"""Questions about a path or about everything, one at a time, and the result."""

import streamlit as st

from components.learn.address import Lesson, answers_of, quiz_of
from components.learn.answers import answer_note
from components.learn.copyable import copyable_address
from components.learn.forms import ask
from components.learn.moves import ask_the_same, go_home, go_to_question, open_path, start_quiz
from components.text.plain_text import plain
from data.learn.question import PosedQuestion
from data.records import Catalog

COLUMN = 720  # px; in one that is as wide as the page, options and their reasons are lost


def show_quiz(catalog: Catalog, lesson: Lesson) -> None:
    """Draw the question of a lesson, or its result."""
    quiz = quiz_of(catalog, lesson)
    name = catalog.paths[lesson.path].title if lesson.path else "Everything"
    st.title(f"{plain(name)}: questions", anchor=False)
    answers = answers_of(catalog, lesson)
    if lesson.question > len(quiz):
        _result(catalog, lesson, quiz)
        return
    posed = quiz[lesson.question - 1]
    st.progress(lesson.question / len(quiz), text=f"Question {lesson.question} of {len(quiz)}")
    if lesson.question <= len(lesson.again):
        st.caption(":material/update: You knew the answer once; it is another by now.")
    st.subheader(plain(posed.question.text), anchor=False)
    answer = answers.get(lesson.question)
    with st.container(width="stretch" if posed.question.kind == "click" else COLUMN):
        if answer is None:
            ask(catalog, lesson, posed)
        else:
            answer_note(catalog, posed, answer)
    with st.container(horizontal=True, gap="small"):
        last = lesson.question == len(quiz)
        st.button(
            "Previous",
            icon=":material/arrow_back:",
            key="question-previous",
            disabled=lesson.question == 1,
            on_click=go_to_question,
            args=(catalog, lesson.question - 1),
        )
        st.button(
            "Result" if last else "Next question",
            icon=":material/arrow_forward:",
            key="question-next",
            on_click=go_to_question,
            args=(catalog, lesson.question + 1),
        )
        st.button("Leave", icon=":material/close:", key="question-leave", on_click=go_home, args=(catalog,))


def _result(catalog: Catalog, lesson: Lesson, quiz: tuple[PosedQuestion, ...]) -> None:
    answers = answers_of(catalog, lesson)
    right = [number for number, posed in enumerate(quiz, start=1) if posed.is_right(answers.get(number, ()))]
    st.subheader(f"{len(right)} of {len(quiz)} right", anchor=False)
    with st.container(gap="xxsmall"):
        for number, posed in enumerate(quiz, start=1):
            sign = "check_circle" if number in right else "cancel" if number in answers else "radio_button_unchecked"
            st.button(
                plain(posed.question.text),
                icon=f":material/{sign}:",
                key=f"result-{number}",
                type="tertiary",
                on_click=go_to_question,
                args=(catalog, number),
            )
    copyable_address("The same questions for somebody else", path=lesson.path, quiz=lesson.quiz)
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Other questions",
            icon=":material/refresh:",
            key="quiz-again",
            on_click=start_quiz,
            args=(catalog, lesson.path),
        )
        st.button("The same again", key="quiz-same", on_click=ask_the_same, args=(catalog,))
        if lesson.path:
            st.button("To the path", key="quiz-path", on_click=open_path, args=(catalog, lesson.path))
        st.button("All paths", key="question-leave", on_click=go_home, args=(catalog,))
