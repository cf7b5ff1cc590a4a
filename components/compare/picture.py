"""What the compared services connect to: as a picture, and in words beside it."""

import streamlit as st

from components.cards.service_card import service_card
from components.picture.figure import landscape_figure
from components.picture.graph import plotly_graph
from components.picture.graph_events import Chosen, Cleared, Event
from components.picture.scene import scene
from components.picture.theme_mode import theme_mode
from components.text.citations import bullets
from components.text.plain_text import plain
from components.worker.worker import WorkerError
from data.comparing.comparison_view import comparison_view, connections_in_words
from data.records import Catalog, Comparison

HEIGHT = 400
OPENED = "compare-opened"


def compare_picture(catalog: Catalog, services: tuple[str, ...], ready: Comparison | None) -> None:
    """Draw the picture and its words; a click on a box opens the card of that service below them."""
    along = (
        tuple(dict.fromkeys(connection for option in ready.options for connection in option.connections))
        if ready
        else ()
    )
    shown = comparison_view(catalog, services, along)
    words, picture = st.columns([1, 2.4], gap="medium")
    with words:
        st.subheader(plain(shown.title), anchor=False)
        st.markdown(bullets(plain(sentence) for sentence in connections_in_words(catalog, services, along)))
        st.markdown(":small[A click on a box of the picture opens its card.]")
    with picture:
        try:
            figure = landscape_figure(scene(catalog, shown), theme_mode())
        except WorkerError as error:
            st.error(
                f"The picture cannot be drawn: {error}. The words beside it say the same.", icon=":material/error:"
            )
            return
        lit = f"{len(shown.lit_services)} of {len(shown.services)} services are lit."
        plotly_graph(
            figure,
            key="compare-picture",
            alt=f"{shown.title}. {lit}",
            height=HEIGHT,
            on_event=lambda event: _answer(catalog, event),
            clears=bool(st.session_state.get(OPENED)),
        )
    opened = catalog.services.get(st.session_state.get(OPENED) or "")
    if opened is not None:
        with st.container(border=True):
            service_card(catalog, opened, _open, key="compare", close=lambda: _open(""))


def _answer(catalog: Catalog, event: Event) -> None:
    """Open a card; ids come from the browser, so unknown ones do nothing."""
    match event:
        case Chosen("service", service) if service in catalog.services:
            _open(service)
        case Cleared():
            _open("")


def _open(service: str) -> None:
    st.session_state[OPENED] = service
