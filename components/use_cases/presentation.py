"""A use case as slides: the problem, a slide for each step, and at the end why, the trade-offs and the alternatives.

A slide fills the window without a scroll bar. The picture stands still from the first slide to the last step; a click
on a part of it shows what it is in place of the words, and Esc or Close brings them back.
"""

from dataclasses import dataclass, replace

import streamlit as st

from components.frame.address import Address
from components.frame.full_screen import Screen, full_screen
from components.frame.slide_text import Column, Words, named, slide_text
from components.frame.walk_keys import Span, walk_keys
from components.text.connection_fields import brief_fields, told
from components.text.judgement import JUDGEMENT
from components.text.plain_text import plain
from components.use_cases.map import size_of, use_case_map
from components.use_cases.walk_moves import close_card, go, go_to, leave, was_embedded_before
from data.landscape.walk import Place, involved, part_name
from data.records import Catalog, Step, UseCase

BAR, EDGES, GAP = 44, 62, 26  # px: the row on top, what is empty around a slide, and between picture and words
WORDS_BELOW, WORDS_BESIDE = 0.29, 0.31  # shares of the height and of the width
FEW_WORDS, SMALLEST = 0.105, 0.88  # the former, where a picture would be drawn smaller than this many px a unit
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
    if place.slide > place.steps:
        slide_text(words, key="slide-end", height=screen.height - BAR - EDGES, largest=round(screen.height / 28))
    else:
        _with_picture(catalog, place, words, plan(size_of(catalog, place), screen))
    walk_keys(
        Span(place.slide, *place.span),
        key="slide-keys",
        says=f"{progress(place)}. {words.title}. {words.text}"
        if words.text
        else f"{progress(place)}. Why these services, trade-offs, alternatives.",
        escape=place.card is None,
        go_to=lambda step: go_to(catalog, step),
        leave=lambda: leave(catalog),
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
        largest = _plan(False, size, Screen(screen.width, room - few - GAP), few, round(screen.height / 30))
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


def words_of(catalog: Catalog, use_case: UseCase, place: Place) -> Words:
    """What a slide says."""
    if place.slide > place.steps:
        return _closing(use_case)
    if place.service:
        return _service(catalog, place.service)
    if place.connection:
        connection = catalog.connections[place.connection]
        sources = named(connection.sources[key] for key in connection.what.source)
        first, *others = brief_fields(catalog, connection)
        note = " ".join(f"{field.title}: {told(field).rstrip('.')}." for field in others)
        return Words(part_name(catalog, connection.id), told(first), note, sources=sources)
    if place.walks:
        return _step(catalog, use_case, use_case.steps[place.slide - 1], place.slide)
    return Words("The problem", use_case.problem, f"Services: {', '.join(involved(catalog, use_case))}")


def progress(place: Place) -> str:
    """Where a presentation stands, in words."""
    if place.walks:
        return f"Step {place.slide} of {place.steps}"
    return f"{'Problem' if place.slide == 0 else 'Summary'} · {place.steps} steps"


def _bar(catalog: Catalog, use_case: UseCase, place: Place) -> None:
    low, high = place.span
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="slide-bar"):
        st.subheader(plain(use_case.title), anchor=False, width="stretch")
        st.markdown(f"**{progress(place)}**", width="content")
        for label, icon, where, end in (
            ("Previous", "arrow_back", "previous", low),
            ("Next", "arrow_forward", "next", high),
        ):
            st.button(
                label,
                icon=f":material/{icon}:",
                key=f"slide-{where}",
                disabled=place.slide == end,
                on_click=go,
                args=(catalog, where),
            )
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


def _step(catalog: Catalog, use_case: UseCase, step: Step, number: int) -> Words:
    sources = named(use_case.sources[key] for key in step.source)
    return Words(f"{number}. {step.title}", f"{step.text}", sources=sources)


def _service(catalog: Catalog, service_id: str) -> Words:
    service = catalog.services[service_id]
    when = f"When to use it ({JUDGEMENT}): {service.when_to_use[0].text}" if service.when_to_use else ""
    return Words(
        service.name, service.purpose.text, when, sources=named(service.sources[key] for key in service.purpose.source)
    )


def _closing(use_case: UseCase) -> Words:
    return Words(
        columns=(
            Column("Why these services", tuple(entry.text for entry in use_case.why), JUDGEMENT),
            Column("Trade-offs", tuple(entry.text for entry in use_case.trade_offs), JUDGEMENT),
            Column("Alternatives", tuple(f"{entry.title}: {entry.text}" for entry in use_case.alternatives), JUDGEMENT),
        )
    )
