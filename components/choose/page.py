"""The helper that chooses: questions on the left, what follows from the answers on the right, the tree below."""

from dataclasses import replace

import streamlit as st

from components.choose.address import PARAMETERS, Choosing, read_choosing, write_choosing
from components.choose.questions import ask_questions
from components.choose.recommendation import reasons_of, show_recommendation, show_what_else, show_what_is_left
from components.choose.tree import answers_of, tree_in_words, tree_scene
from components.choose.tree_figure import tree_figure, tree_height
from components.frame.address import Address
from components.frame.copy_link import copy_link
from components.frame.titles import title_page
from components.picture.graph import plotly_graph
from components.picture.graph_events import Chosen, Event
from components.picture.theme_mode import theme_mode
from data.choosing.decision import Way, follow
from data.records import Catalog, Decision


@st.fragment
def choose_service(catalog: Catalog) -> None:
    """Draw the helper for the answers that the address gives."""
    decision = catalog.decision
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("Choose a service", anchor=False)
        copy_link()
    if decision is None:
        st.info("This catalog has no questions to choose by.", icon=":material/info:")
        return
    address = Address.of_this_page(PARAMETERS, catalog)
    choosing = read_choosing(address, decision)
    way = follow(decision, choosing.answers)
    address.notice()
    end = way.recommendation
    reasons = reasons_of(catalog, way, end) if end else None
    if end:
        title_page(end.title)
    left, right = st.columns([1, 1.45], gap="medium")
    with left:
        ask_questions(decision, choosing, way)
    with right, st.container(border=True, key="outcome"):
        if end and reasons:
            show_recommendation(catalog, way, end, reasons)
        else:
            show_what_is_left(catalog, decision, way)
    if end and reasons:
        show_what_else(catalog, decision, way, end, reasons)
    _tree(catalog, decision, choosing, way)


def _tree(catalog: Catalog, decision: Decision, choosing: Choosing, way: Way) -> None:
    """The same as a picture, in which every box can be clicked, and as a list."""
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
