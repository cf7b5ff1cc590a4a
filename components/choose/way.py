"""The way through the questions, as a picture and in words."""

from dataclasses import replace

import streamlit as st

from components.choose.address import Choosing, write_choosing
from components.choose.tree import answers_of, tree_in_words, tree_scene
from components.choose.tree_figure import tree_figure, tree_height
from components.picture.graph import plotly_graph
from components.picture.graph_events import Chosen, Event
from components.picture.theme_mode import theme_mode
from data.choosing.decision import Way
from data.records import Catalog, Decision


def show_way(catalog: Catalog, decision: Decision, choosing: Choosing, way: Way) -> None:
    """Draw it as a picture, in which every box can be clicked, and as a list."""
    st.subheader("The way through the questions", anchor=False)
    st.session_state["whole-tree"] = choosing.whole_tree
    st.toggle(
        "Show the whole tree",
        key="whole-tree",
        on_change=lambda: write_choosing(decision, replace(choosing, whole_tree=st.session_state["whole-tree"])),
    )
    scene = tree_scene(catalog, decision, way.answers, choosing.whole_tree)
    boxes = {box.id for box in scene.boxes}

    def answer(event: Event) -> None:
        match event:
            case Chosen("service", box) if box in boxes:
                write_choosing(decision, replace(choosing, answers=answers_of(box)))

    services = way.recommendation.services if way.recommendation else ()
    figure = tree_figure(scene, theme_mode(), services)
    alt = f"{scene.title}. The list below the picture says the same in words."
    plotly_graph(figure, key="decision-tree", alt=alt, height=tree_height(scene), on_event=answer, clears=False)
    words = st.expander(
        "The whole tree in words", icon=":material/format_list_bulleted:", key="tree-in-words", on_change="rerun"
    )
    if words.open:
        words.markdown(tree_in_words(decision, way.answers))
