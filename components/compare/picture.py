"""What the compared services share: lit on the landscape, and in words beside it, or the card of what was clicked."""

import streamlit as st

from components.cards.selected_card import Ways, selected_card
from components.compare.address import Compared, close_card, open_card, open_connection, open_part
from components.picture.figure import landscape_figure
from components.picture.graph import Head, plotly_graph
from components.picture.graph_events import Chosen, Cleared, Event
from components.picture.theme_mode import theme_mode
from components.picture.views import comparison_scene
from components.text.citations import bullets
from components.text.plain_text import plain
from components.worker.worker import WorkerError
from data.comparing.comparison_view import comparison_view, connections_in_words, ways_of
from data.landscape.view import View
from data.records import Catalog, Comparison

HEIGHT = 420


def compare_picture(catalog: Catalog, compared: Compared, services: tuple[str, ...], ready: Comparison | None) -> None:
    """Draw the picture, and beside it its words, or the card of the box or line that was clicked."""
    along = ways_of(ready) if ready else ()
    shown = comparison_view(catalog, services, along, compared.card or compared.connection)
    words, picture = st.columns([1, 2.5], gap="small")
    with words:
        if compared.card or compared.connection:
            _card(catalog, compared)
        else:
            with st.container(key="compare-words"):
                st.markdown(bullets(plain(sentence) for sentence in connections_in_words(catalog, services, along)))
                st.markdown(":small[A click on a box or a line of the picture opens its card.]")
    with picture:
        _picture(catalog, compared, shown)


def _picture(catalog: Catalog, compared: Compared, shown: View) -> None:
    try:
        figure = landscape_figure(comparison_scene(catalog, shown), theme_mode())
    except WorkerError as error:
        st.error(f"The picture cannot be drawn: {error}. The words beside it say the same.", icon=":material/error:")
        return
    lit = f"{len(shown.lit_services)} of {len(shown.services)} services are lit"
    plotly_graph(
        figure,
        key="compare-picture",
        alt=f"{shown.title}. {lit}.",
        height=HEIGHT,
        on_event=lambda event: _answer(catalog, compared, event),
        head=Head(shown.title, lit, level=2),
        clears=bool(compared.card or compared.connection),
        answers_at=".st-key-panel-card, .st-key-compare-words",
    )


def _card(catalog: Catalog, compared: Compared) -> None:
    connection = catalog.connections.get(compared.connection or "")
    ways = Ways(
        lambda service: open_card(catalog, compared, service),
        lambda part: open_part(compared, part),
        lambda: close_card(compared),
    )
    with st.container(border=True, key="panel-card"):
        record = connection or catalog.services[compared.card or ""]
        selected_card(catalog, record, compared.part, ways, key="compare-card")


def _answer(catalog: Catalog, compared: Compared, event: Event) -> None:
    """Open or close a card; ids come from the browser, so unknown ones do nothing."""
    match event:
        case Chosen("service", service) if service in catalog.services:
            open_card(catalog, compared, service)
        case Chosen("connection", connection) if connection in catalog.connections:
            open_connection(compared, connection)
        case Cleared():
            close_card(compared)
