"""The walk through a use case: what can be done, the picture, the panel beside or below it, and the keys."""

import streamlit as st

from components.exports.menu import take_along
from components.frame.copy_link import copy_link
from components.frame.menu import link_to_page
from components.frame.walk_keys import Span, walk_keys
from components.text.citations import Citations
from components.use_cases.address import place_of_this_page, values_of, write_place
from components.use_cases.map import size_of, use_case_map
from components.use_cases.slides import told_aloud
from components.use_cases.stage import arrange_stage
from components.use_cases.steps import steps_in_words
from components.use_cases.walk_moves import go_to, present, start, step_back, what_if
from components.use_cases.walk_panel import walk_panel
from data.landscape.walk import Place
from data.records import Catalog, UseCase

EMBEDDED_HEIGHT, MOST = 418, 548  # px that a picture may take in a low window; the former fits a frame 600 px high
# Shapes, height by width: a flat picture takes the width of the page, and its panel stands below; beside a tall one, or
# below a flat one, there is room for the steps in words; beside the others for their names.
FLAT, TALL = 0.32, 0.55


@st.fragment
def walk_through(catalog: Catalog, use_case: UseCase, cited: Citations) -> None:
    """Draw the picture and its panel: a step reruns these alone."""
    embedded = bool(st.context.is_embedded)
    address, place = place_of_this_page(catalog)
    if place.presenting or place.use_case != use_case.id:
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="tools-use-case"):
        if not embedded:
            st.button(
                "All use cases",
                icon=":material/arrow_back:",
                key="use-case-back",
                on_click=write_place,
                args=(Place(),),
            )
        st.button(
            "Start",
            icon=":material/play_arrow:",
            key="use-case-start",
            on_click=start,
            args=(catalog,),
            help="Walk through the steps",
        )
        st.button(
            "Present",
            icon=":material/slideshow:",
            key="use-case-present",
            on_click=present,
            args=(catalog,),
            help="Full screen, with large type",
        )
        copy_link()
        if not embedded:
            take_along("use-cases", lambda: values_of(place), key="use-case-export", walks=True)
        link_to_page("", "On the landscape", use_case=use_case.id)
    address.notice()
    width, height = size_of(catalog, Place(use_case.id))  # an alternative may need more, but nothing moves for it
    shape = height / width
    tells_all = not FLAT <= shape <= TALL
    with st.container(key="stage"):
        arrange_stage(place)
        if shape < FLAT:
            picture, panel = st.container(), st.container()
        else:
            picture, panel = st.columns([3, 2] if shape > TALL else [7, 3], gap="small")
        with picture:
            high = EMBEDDED_HEIGHT if embedded else MOST
            use_case_map(catalog, place, key="use-case-picture", height=high, explained=not embedded)
        with panel:
            walk_panel(catalog, use_case, place, cited, flat=shape < FLAT, tells_all=tells_all)
    if not tells_all:
        steps_in_words(catalog, use_case, cited)
    _keys(catalog, use_case, place)


def _keys(catalog: Catalog, use_case: UseCase, place: Place) -> None:
    """The keys, and what a screen reader is told: the arrows move through what is shown, W asks what if it fails."""
    walk_keys(
        Span(place.number, 0, len(place.row) - 1) if place.shows != "whole" else None,
        key="use-case-keys",
        says=told_aloud(catalog, use_case, place),
        escape=place.card is None and place.shows in {"step", "alternative"},  # of a failure the picture takes it
        go_to=lambda number: go_to(catalog, number),
        leave=lambda: step_back(catalog),
        letters={"w": lambda: what_if(catalog)},
    )
