"""The panel beside the map: it answers the question. The path in words, the card of what is selected, the use cases or
the results of a filter, or where to begin."""

import streamlit as st

from components.cards.selected_card import Ways, selected_card
from components.landscape.address import open_part, select_nothing, select_service
from components.landscape.begin_panel import begin_panel
from components.landscape.parallel_panel import parallel_connections
from components.landscape.path_panel import path_panel
from components.landscape.results_panel import results_panel
from components.landscape.use_case_panel import several_use_cases, use_case_panel
from data.landscape.view import Question, View
from data.records import Catalog, Connection, Service


def landscape_panel(catalog: Catalog, question: Question, shown: View, height: int | None = None) -> None:
    """Draw what the question calls for: in a frame, `height` px high, scrolling by itself, else as long as it is."""
    with st.container(height=height or "content", border=True, key="panel-card" if question.selects else "panel"):
        if question.start or question.end:
            path_panel(catalog, question, shown)
        elif question.connection:
            parallel_connections(catalog, question)
            _card(catalog, catalog.connections[question.connection], question.part)
        elif question.service:
            _card(catalog, catalog.services[question.service], question.part)
        elif question.filter.is_empty:
            begin_panel(catalog)
        elif not shown.lit_services:
            results_panel(catalog, question, shown)
        elif question.filter.asks_only("use_cases"):
            _use_cases(catalog, question)
        else:
            results_panel(catalog, question, shown)


def _card(catalog: Catalog, record: Service | Connection, part: str | None) -> None:
    ways = Ways(
        lambda service: select_service(catalog, service),
        lambda other: open_part(catalog, other),
        lambda: select_nothing(catalog),
    )
    selected_card(catalog, record, part, ways, key="map")


def _use_cases(catalog: Catalog, question: Question) -> None:
    chosen = tuple(catalog.use_cases[use_case] for use_case in question.filter.use_cases)
    if len(chosen) == 1:
        use_case_panel(catalog, chosen[0])
    else:
        several_use_cases(catalog, chosen)
