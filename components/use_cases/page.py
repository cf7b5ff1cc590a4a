"""The page of use cases: the gallery, one use case with its walkthrough, or its presentation."""

import streamlit as st

from components.exports.menu import take_along
from components.frame.address import Address
from components.frame.copy_link import copy_link
from components.frame.cost_link import cost_link
from components.frame.menu import link_to_page
from components.frame.titles import title_page
from components.frame.walk_keys import Span, walk_keys
from components.text.citations import Citations, bullets
from components.text.judgement import JUDGED
from components.text.plain_text import plain
from components.use_cases.address import PARAMETERS, read_place, values_of, write_place
from components.use_cases.gallery import use_case_gallery
from components.use_cases.map import size_of, use_case_map
from components.use_cases.presentation import present_use_case
from components.use_cases.walk_moves import go_to, leave, present, start
from components.use_cases.walk_panel import walk_panel
from data.costs.places import place_of_use_case
from data.landscape.walk import Place
from data.records import Catalog, UseCase

EMBEDDED_HEIGHT, MOST = 430, 560  # px of picture and panel; the former fits a frame 600 px high
USUAL_WIDTH = 745  # px of the picture in a window of 1280 px


def show_use_cases(catalog: Catalog) -> None:
    """Draw what the address asks for."""
    address = Address.of_this_page(PARAMETERS, catalog)
    place = read_place(address, catalog)
    if place.use_case is None:
        use_case_gallery(catalog, address)
        return
    use_case = catalog.use_cases[place.use_case]
    title_page(use_case.title)
    if place.presenting:
        present_use_case(catalog, place, address)
        return
    embedded = bool(st.context.is_embedded)
    if embedded:
        st.markdown(f"**{plain(use_case.title)}.** {plain(use_case.problem)}")
    else:
        st.title(plain(use_case.title), anchor=False)
        st.markdown(plain(use_case.problem))
    cited = Citations(catalog, use_case.sources)
    cited.mark(use_case.sources)  # Numbered once, so that every part of the page uses the same numbers.
    _walk(catalog, use_case, cited, embedded)
    if not embedded:
        _background(catalog, use_case, cited)


@st.fragment
def _walk(catalog: Catalog, use_case: UseCase, cited: Citations, embedded: bool) -> None:
    """The picture and the panel beside it: a step reruns these alone."""
    address = Address.of_this_page(PARAMETERS, catalog)
    place = read_place(address, catalog)
    if place.presenting or place.use_case != use_case.id:
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
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
    if place.walks:
        _keys(catalog, use_case, place)


def _height(catalog: Catalog, place: Place) -> int:
    """As high as the picture wants to be, within reason, so that the panel beside it ends where it ends."""
    width, height = size_of(catalog, place)
    return round(min(max(USUAL_WIDTH * height / width, EMBEDDED_HEIGHT), MOST))


def _keys(catalog: Catalog, use_case: UseCase, place: Place) -> None:
    step = use_case.steps[place.slide - 1]
    walk_keys(
        Span(place.slide, *place.span),
        key="use-case-keys",
        says=f"Step {place.slide} of {place.steps}. {step.title}. {step.text}",
        escape=place.card is None,
        go_to=lambda number: go_to(catalog, number),
        leave=lambda: leave(catalog),
    )


def _background(catalog: Catalog, use_case: UseCase, cited: Citations) -> None:
    """What stands behind the picture: why, at what price, what else, and where it is written."""
    reasons, costs = st.columns(2, gap="medium")
    with reasons:
        st.subheader(f"Why these services {JUDGED}", anchor=False)
        st.markdown(bullets(cited.judgement(entry) for entry in use_case.why))
        st.subheader(f"Alternatives {JUDGED}", anchor=False)
        st.markdown(
            bullets(
                f"**{plain(entry.title)}**: {plain(entry.text)} {cited.mark(entry.source)}"
                for entry in use_case.alternatives
            )
        )
    with costs:
        st.subheader(f"Trade-offs {JUDGED}", anchor=False)
        st.markdown(bullets(cited.judgement(entry) for entry in use_case.trade_offs))
        st.subheader(f"The smaller, cheaper version {JUDGED}", anchor=False)
        st.markdown(
            bullets(
                f"Without **{plain(catalog.services[entry.service].short_name)}**: {plain(entry.text)}"
                for entry in use_case.smaller
            )
        )
        cost_link(place_of_use_case(catalog, use_case.id), "What each part costs, and the smaller version")
    with st.expander(
        f"Sources ({len(use_case.sources)}), with the date of the text that was read", icon=":material/menu_book:"
    ):
        st.markdown(cited.sources())
