"""The landscape page: the toolbar, the map with its card, and the tables.

A click on the map reruns the map and its card alone, as a fragment of their own, while the tables are closed. Open
tables have to follow, so then all of it reruns.
"""

from dataclasses import dataclass

import streamlit as st

from components.frame.address import Address
from components.frame.copy_link import copy_link
from components.landscape.address import PARAMETERS, read_question
from components.landscape.filter_chips import filter_chips
from components.landscape.map import landscape_map
from components.landscape.panel import landscape_panel
from components.landscape.tables import landscape_tables
from components.landscape.toolbar import Told, landscape_toolbar, told_by_toolbar
from components.text.plain_text import plain
from data.landscape.view import Question, View, view
from data.records import Catalog

EMBEDDED_HEIGHT = 510  # px; fits a frame 600 px high


@st.fragment
def explore_landscape(catalog: Catalog) -> None:
    """Draw the landscape for the question that the address asks."""
    if st.context.is_embedded:
        address = Address.of_this_page(PARAMETERS, catalog)
        question = read_question(address)
        _embedded(catalog, question, view(catalog, question), address)
        return
    address = Address.of_this_page(PARAMETERS, catalog)
    question = read_question(address)
    shown = view(catalog, question)
    landscape_toolbar(catalog, question, shown)
    with st.container():  # always there, so that what stands below keeps its place
        filter_chips(catalog, question)
    above = st.container()
    follows = landscape_tables(catalog, shown)
    with above:
        if follows:
            _map_and_card(catalog, question, shown, address)
        else:
            _map_and_card_alone(catalog, told_by_toolbar(question, shown), _Seen(question, shown, address))


@dataclass
class _Seen:
    """The view of the run that drew the whole page: the first run of the fragment inside it uses it up, so that nothing
    is looked up twice; later ones look again."""

    question: Question
    shown: View
    address: Address
    used: bool = False


@st.fragment
def _map_and_card_alone(catalog: Catalog, told: Told, seen: _Seen) -> None:
    """What a click on the map changes. Where the toolbar has to say something else, the whole page is drawn again."""
    if not seen.used:
        seen.used = True
        _map_and_card(catalog, seen.question, seen.shown, seen.address)
        return
    address = Address.of_this_page(PARAMETERS, catalog)
    question = read_question(address)
    shown = view(catalog, question)
    if told_by_toolbar(question, shown) != told:
        st.rerun()
    _map_and_card(catalog, question, shown, address)


def _map_and_card(catalog: Catalog, question: Question, shown: View, address: Address) -> None:
    """The map and its card. The card is drawn before the map: it is what the visitor waits for."""
    with st.container():
        address.notice()
    picture, panel = st.columns([2.5, 1], gap="small")
    with panel:
        landscape_panel(catalog, question, shown)
    with picture:
        landscape_map(catalog, question, shown)


def _embedded(catalog: Catalog, question: Question, shown: View, address: Address) -> None:
    """The landscape inside another page: what the address asks for, and the card of what is clicked; no filters and
    no tables."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{plain(shown.title)}**", width="stretch")
        copy_link()
    address.notice()
    selects = bool(question.service or question.connection or question.start or question.end)
    picture, panel = st.columns([2.1, 1], gap="small") if selects else (st.container(), None)
    with picture:
        landscape_map(catalog, question, shown, height=EMBEDDED_HEIGHT, keys=False)
    if panel is not None:
        with panel:
            landscape_panel(catalog, question, shown, EMBEDDED_HEIGHT)
