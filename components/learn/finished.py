"""A path at its end, or before its first stop: how far it was read, and what to do next."""

import streamlit as st

from components.learn.address import Lesson
from components.learn.kept import progress_of
from components.learn.moves import go_home, open_path, present, show_cards, start_quiz
from components.text.plain_text import plain
from data.learn.stops import minutes_of
from data.records import Catalog


def show_path(catalog: Catalog, lesson: Lesson) -> None:
    """Draw the stops of a path with what was read of them."""
    path = catalog.paths[lesson.path or ""]
    done = progress_of(catalog, lesson).done
    read = sum(stop.id in done for stop in path.stops)
    whole = read == len(path.stops)
    st.title(plain(path.title), anchor=False)
    st.markdown(f"{plain(path.audience)} · {len(path.stops)} stops, {minutes_of(path)} min")
    if whole:
        st.success("You have read this path. Now see what stayed.", icon=":material/check_circle:")
    signs = ("radio_button_unchecked", "check_circle")
    st.markdown("\n\n".join(f":material/{signs[stop.id in done]}: {plain(stop.title)}" for stop in path.stops))
    with st.container(horizontal=True, gap="small", key="tools-path"):
        word = "Again" if whole else "Go on" if read else "Start"
        st.button(word, key="path-open", on_click=open_path, args=(catalog, path.id))
        st.button(
            "Check what you know",
            icon=":material/quiz:",
            key="path-quiz",
            on_click=start_quiz,
            args=(catalog, path.id),
        )
        if path.terms:
            st.button("Words", key="path-cards", on_click=show_cards, args=(catalog, path.id))
        st.button("Present", icon=":material/slideshow:", key="path-present", on_click=present, args=(catalog, path.id))
        st.button("All paths", key="path-home", on_click=go_home, args=(catalog,))
