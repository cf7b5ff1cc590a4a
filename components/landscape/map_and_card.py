"""The map and the card of what is selected on it.

A click on the map reruns these two alone, as a fragment of their own, while the tables are closed. Open tables have to
follow, so then all of the page reruns.
"""

from dataclasses import dataclass

import streamlit as st

from components.frame.address import Address
from components.landscape.address import landscape_of_this_page
from components.landscape.map import landscape_map
from components.landscape.panel import landscape_panel
from components.landscape.toolbar import Told, told_by_toolbar
from data.landscape.view import Question, View
from data.records import Catalog


def map_and_card(catalog: Catalog, question: Question, shown: View, address: Address, *, alone: bool) -> None:
    """Draw the map and its card; `alone` where nothing else on the page has to follow a click."""
    if alone:
        _alone(catalog, told_by_toolbar(question, shown), _Seen(question, shown, address))
    else:
        _draw(catalog, question, shown, address)


@dataclass
class _Seen:
    """The view of the run that drew the whole page: the first run of the fragment inside it uses it up, so that nothing
    is looked up twice; later ones look again."""

    question: Question
    shown: View
    address: Address
    used: bool = False


@st.fragment
def _alone(catalog: Catalog, told: Told, seen: _Seen) -> None:
    """What a click on the map changes. Where the toolbar has to say something else, the whole page is drawn again."""
    if not seen.used:
        seen.used = True
        _draw(catalog, seen.question, seen.shown, seen.address)
        return
    address, question, shown = landscape_of_this_page(catalog)
    if told_by_toolbar(question, shown) != told:
        st.rerun()
    _draw(catalog, question, shown, address)


def _draw(catalog: Catalog, question: Question, shown: View, address: Address) -> None:
    """The card is drawn before the map: it is what the visitor waits for."""
    with st.container():
        address.notice()
    picture, panel = st.columns([2.5, 1], gap="small")
    with panel:
        landscape_panel(catalog, question, shown)
    with picture:
        landscape_map(catalog, question, shown)
