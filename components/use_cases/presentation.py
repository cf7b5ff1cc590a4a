"""A use case as slides: the problem, a slide for each step, each failure and each alternative, and at the end why, the
trade-offs and the alternatives.

A slide fills the window without a scroll bar. The picture stands still from the first slide to the last step; a click
on a part of it shows what it is in place of the words, and Esc or Close brings them back.
"""

from dataclasses import dataclass, replace

import streamlit as st

from components.frame.address import Address
from components.frame.browser_screen import browser_screen
from components.frame.full_screen import Screen, full_screen
from components.frame.slide_text import Words, slide_text
from components.frame.walk_keys import Span, walk_keys
from components.text.plain_text import plain
from components.use_cases.map import size_of, use_case_map
from components.use_cases.slides import progress, told_aloud, words_of
from components.use_cases.walk_moves import close_card, go, go_to, leave, step_back, was_embedded_before, what_if
from data.landscape.walk import Place
from data.records import Catalog, UseCase

BAR, EDGES, GAP = 44, 46, 26  # px: the row on top, what is empty around a slide, and between picture and words
WORDS_BELOW, WORDS_BESIDE = 0.29, 0.31  # shares of the height and of the width
FEW_WORDS, SMALLEST = 0.105, 0.97  # the former, where a picture would be drawn smaller than this many px a unit
NARROW = 560
LEAST_HEIGHT, CLOSE, NOTICE = (
    260,
    54,
    40,
)  # px: of a picture, of the button that closes a card, of a notice about the address


@dataclass(frozen=True)
class Plan:
    """How a slide is divided: sizes in px, `beside` tells whether the words stand beside the picture or below it."""

    beside: bool
    width: int
    height: int
    words: int
    type_size: int


def present_use_case(catalog: Catalog, place: Place, address: Address) -> None:
    """Draw the slide of a place."""
    use_case = catalog.use_cases[place.use_case or ""]
    screen = full_screen(keep=was_embedded_before())
    if address.dropped:
        address.notice()
        screen = replace(screen, height=screen.height - NOTICE)
    _bar(catalog, use_case, place)
    words = words_of(catalog, use_case, place)
    if place.shows == "end":
        slide_text(words, key="slide-end", height=screen.height - BAR - EDGES, largest=round(screen.height / 28))
    else:
        _with_picture(catalog, place, words, plan(size_of(catalog, place), screen))
    walk_keys(
        Span(place.number, 0, len(place.row) - 1),
        key="slide-keys",
        says=told_aloud(catalog, use_case, place),
        escape=place.card is None,
        go_to=lambda number: go_to(catalog, number),
        leave=lambda: step_back(catalog),
        letters={"w": lambda: what_if(catalog)},
    )


def plan(size: tuple[float, float], screen: Screen) -> Plan:
    """The division that draws a picture of `size` (in units of which a box is 140 wide) largest."""
    room = screen.height - BAR - EDGES
    if screen.width < NARROW:
        return Plan(False, screen.width, room // 2, room // 2, 20)  # The picture scrolls sideways.
    words = round(room * WORDS_BELOW)
    below = _plan(False, size, Screen(screen.width, room - words - GAP), words, round(screen.height / 20))
    beside = _plan(
        True,
        size,
        Screen(round((screen.width - GAP) * (1 - WORDS_BESIDE)), room),
        room,
        round(screen.width * WORDS_BESIDE / 13),
    )
    largest = max(below, beside, key=lambda each: each.width)
    if largest.width < SMALLEST * size[0]:  # Names have to be read from afar: words step back.
        few = round(room * FEW_WORDS)
        step_back = _plan(False, size, Screen(screen.width, room - few - GAP), few, round(screen.height / 30))
        largest = max(largest, step_back, key=lambda each: each.width)
    return largest if largest.beside else replace(largest, words=room - largest.height - GAP)


def _plan(beside: bool, size: tuple[float, float], room: Screen, words: int, type_size: int) -> Plan:
    """The largest picture of the proportions of `size` in `room`."""
    scale = min(room.width / size[0], room.height / size[1])
    return Plan(
        beside,
        int(scale * size[0]),
        max(LEAST_HEIGHT, int(scale * size[1])),
        words,
        type_size,
    )


def _bar(catalog: Catalog, use_case: UseCase, place: Place) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="slide-bar"):
        st.subheader(plain(use_case.title), anchor=False, width="stretch")
        st.markdown(f"**{progress(place)}**", width="content")
        for label, icon, where, end in (
            ("Previous", "arrow_back", "previous", 0),
            ("Next", "arrow_forward", "next", len(place.row) - 1),
        ):
            st.button(
                label,
                icon=f":material/{icon}:",
                key=f"slide-{where}",
                disabled=place.number == end,
                on_click=go,
                args=(catalog, where),
            )
        browser_screen()
        st.button("Leave", icon=":material/close:", key="slide-leave", on_click=leave, args=(catalog,))


def _with_picture(catalog: Catalog, place: Place, words: Words, divided: Plan) -> None:
    if divided.beside:
        picture, text = st.columns([1 - WORDS_BESIDE, WORDS_BESIDE], gap="small")
    else:
        picture, text = st.container(), st.container()
    with picture, st.container(horizontal_alignment="center"), st.container(width=divided.width):
        use_case_map(catalog, place, key="slide-picture", height=divided.height)
    with text, st.container(gap="small") if divided.beside else st.container(horizontal=True, gap="small", wrap=False):
        height = divided.words - (CLOSE if place.card and divided.beside else 0)
        slide_text(words, key="slide-words", height=height, largest=divided.type_size)
        if place.card:
            st.button(
                "Close",
                icon=":material/close:",
                key="slide-close",
                help="Back to the words of this slide (Esc)",
                on_click=close_card,
                args=(catalog,),
            )
