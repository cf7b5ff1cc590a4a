"""A stop of a path: the map with its part lit, one idea, when to take it and when not, and where to read on."""

import streamlit as st

from components.frame.titles import title_page
from components.frame.walk_keys import STEPS, Span, tell_keys, walk_keys
from components.learn.address import Lesson
from components.learn.more import judged, more_link, sources_in_words
from components.learn.moves import finish, go_home, go_to_stop
from components.picture.figure import landscape_figure
from components.picture.graph import plotly_graph
from components.picture.scene import scene
from components.picture.theme_mode import theme_mode
from components.text.plain_text import counted, plain
from components.text.terms import with_terms
from components.worker.worker import WorkerError
from data.landscape.view import Question, view
from data.learn.stops import facts_at, picture_of
from data.records import Catalog, LearningPath, Stop

HEIGHT = 560


def show_stop(catalog: Catalog, lesson: Lesson) -> None:
    """Draw the stop of a lesson."""
    path = catalog.paths[lesson.path or ""]
    number = lesson.stop or 1
    stop = path.stops[number - 1]
    title_page(path.title)
    st.title(f"{plain(path.title)}: {plain(stop.title)}", anchor=False)
    picture, panel = st.columns([2, 1], gap="small")
    with panel, st.container(border=True, key="stop-panel"):
        _panel(catalog, path, stop, number)
    with picture:
        stop_map(catalog, path, stop, key="learn-picture", height=HEIGHT)
    walk_keys(
        Span(number, 1, len(path.stops)),
        key="learn-keys",
        says=f"Stop {number} of {len(path.stops)}. {stop.title}. {stop.idea}",
        escape=True,
        go_to=lambda wanted: go_to_stop(catalog, wanted),
        leave=lambda: go_home(catalog),
    )


def stop_map(catalog: Catalog, path: LearningPath, stop: Stop, *, key: str, height: int) -> None:
    """Draw the map of a path with the part of a stop lit."""
    try:
        drawn = scene(catalog, picture_of(catalog, path, stop), base=view(catalog, Question()))
    except WorkerError as error:
        st.error(f"The map cannot be drawn: {error}. The words tell the same.", icon=":material/error:")
        return
    lit = ", ".join(box.name for box in drawn.boxes if box.lit)
    figure = landscape_figure(drawn, theme_mode())
    plotly_graph(figure, key=key, alt=f"{drawn.title}. Lit: {lit}.", height=height, on_event=None)


def _panel(catalog: Catalog, path: LearningPath, stop: Stop, number: int) -> None:
    last = number == len(path.stops)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="tools-stop"):
        st.button(
            "Previous",
            icon=":material/arrow_back:",
            key="stop-previous",
            disabled=number == 1,
            on_click=go_to_stop,
            args=(catalog, number - 1),
        )
        if last:
            st.button("Done", icon=":material/check:", key="stop-done", on_click=finish, args=(catalog,))
        else:
            st.button(
                "Next",
                icon=":material/arrow_forward:",
                key="stop-next",
                on_click=go_to_stop,
                args=(catalog, number + 1),
            )
        st.button("Leave", icon=":material/close:", key="stop-leave", on_click=go_home, args=(catalog,))
    st.progress(number / len(path.stops), text=f"Stop {number} of {len(path.stops)}")
    about = tuple(part for part in stop.lights if part in catalog.services)
    st.markdown(f"**{with_terms(catalog, plain(stop.idea), about)}**")
    st.markdown(f":material/check_circle: {judged(stop.take)}\n\n:material/block: {judged(stop.leave)}")
    facts = facts_at(catalog, stop)
    with st.expander(f"It rests on {counted(len(facts), 'statement')}, with their pages", icon=":material/menu_book:"):
        st.markdown("\n".join(f"- {plain(fact.text)} :small[{sources_in_words(fact.sources)}]" for fact in facts))
    more_link(catalog, stop.about)
    tell_keys(f"{STEPS}; Esc leaves.")
