"""How a question is put: choose one, order the steps, bring pairs together, or click it on the map."""

import streamlit as st

from components.learn.address import Lesson
from components.learn.moves import give
from components.picture.figure import landscape_figure
from components.picture.graph import plotly_graph
from components.picture.graph_events import Chosen, Event
from components.picture.scene import scene
from components.picture.theme_mode import theme_mode
from components.text.plain_text import plain
from components.worker.worker import WorkerError
from data.landscape.view import Question as LandscapeQuestion
from data.landscape.view import view
from data.learn.question import PosedQuestion
from data.records import Catalog

MAP_HEIGHT = 470


def ask(catalog: Catalog, lesson: Lesson, posed: PosedQuestion) -> None:
    """Draw the form of a question; an answer runs the page again."""
    kind = posed.question.kind
    if kind == "click":
        _on_the_map(catalog, lesson, posed)
    elif kind == "choose":
        _one_of_them(catalog, lesson, posed)
    else:
        _one_for_each(catalog, lesson, posed)


def _one_of_them(catalog: Catalog, lesson: Lesson, posed: PosedQuestion) -> None:
    for number, option in enumerate(posed.options):
        st.button(
            plain(option),
            key=f"option-{lesson.quiz}-{lesson.question}-{number}",
            width="stretch",
            on_click=give,
            args=(catalog, posed, (option,)),
        )


def _one_for_each(catalog: Catalog, lesson: Lesson, posed: PosedQuestion) -> None:
    """A picker for each place of an order, or for each word that something belongs to."""
    question = posed.question
    labels = question.left or tuple(f"Step {number}" for number in range(1, len(question.right) + 1))
    letters = {option: chr(ord("A") + number) for number, option in enumerate(posed.options)}
    st.markdown("\n".join(f"- **{letter}**: {plain(option)}" for option, letter in letters.items()))
    chosen = [
        st.selectbox(
            label,
            posed.options,
            index=None,
            key=f"pick-{lesson.quiz}-{lesson.question}-{number}",
            placeholder="Choose",
            format_func=lambda option: f"{letters[option]}: {option}",
        )
        for number, label in enumerate(labels)
    ]
    given = tuple(choice for choice in chosen if choice is not None)
    st.button(
        "Check",
        key=f"check-{lesson.quiz}-{lesson.question}",
        disabled=len(set(given)) < len(labels),
        help="Each of them has to be used once.",
        on_click=give,
        args=(catalog, posed, given),
    )


def _on_the_map(catalog: Catalog, lesson: Lesson, posed: PosedQuestion) -> None:
    def answer(event: Event) -> None:
        match event:
            case Chosen("service", service) if service in catalog.services:
                give(catalog, posed, (service,))

    try:
        drawn = scene(catalog, view(catalog, LandscapeQuestion()))
    except WorkerError as error:
        st.error(f"The map cannot be drawn: {error}. Go on with the next question.", icon=":material/error:")
        return
    plotly_graph(
        landscape_figure(drawn, theme_mode()),
        key=f"learn-click-{lesson.quiz}-{lesson.question}",
        alt="The landscape. Choose the service that is meant.",
        height=MAP_HEIGHT,
        on_event=answer,
    )
