"""The walk through a use case: what can be done, the picture, the panel beside it, and the keys."""

import streamlit as st

from components.exports.menu import take_along
from components.frame.copy_link import copy_link
from components.frame.menu import link_to_page
from components.frame.walk_keys import Span, walk_keys
from components.text.citations import Citations
from components.use_cases.address import place_of_this_page, values_of, write_place
from components.use_cases.map import size_of, use_case_map
from components.use_cases.slides import told_aloud
from components.use_cases.walk_moves import go_to, present, start, step_back, what_if
from components.use_cases.walk_panel import walk_panel
from data.landscape.walk import Place
from data.records import Catalog, UseCase

EMBEDDED_HEIGHT, MOST = 430, 560  # px of picture and panel; the former fits a frame 600 px high
USUAL_WIDTH = 745  # px of the picture in a window of 1280 px


@st.fragment
def walk_through(catalog: Catalog, use_case: UseCase, cited: Citations) -> None:
    """Draw the picture and the panel beside it: a step reruns these alone."""
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
    height = EMBEDDED_HEIGHT if embedded else _height(catalog, place)
    picture, panel = st.columns([2, 1], gap="small")
    with picture:
        use_case_map(catalog, place, key="use-case-picture", height=height - 12)
    with panel:
        walk_panel(catalog, use_case, place, cited, height)
    _keys(catalog, use_case, place)


def _height(catalog: Catalog, place: Place) -> int:
    """As high as the picture wants to be, within reason, so that the panel beside it ends where it ends."""
    width, height = size_of(catalog, place)
    return round(min(max(USUAL_WIDTH * height / width, EMBEDDED_HEIGHT), MOST))


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
