"""The panel beside the map: the path in words, the card of what is selected, what a search found, or where to begin."""

import streamlit as st

from components.cards.connection_card import connection_card
from components.cards.service_card import service_card
from components.frame.menu import link_to_page
from components.landscape.address import ask_for_path, select_service
from components.text.plain_text import plain
from components.text.terms import definition
from data.landscape.view import Question, View
from data.records import Catalog
from data.search import Hit, search

PANEL_HEIGHT = 590
BEGIN = ("welcome-message", "connection-pooling", "siem", "bi-warehouse")


def landscape_panel(catalog: Catalog, question: Question, shown: View, height: int = PANEL_HEIGHT) -> None:
    """Draw what the question calls for, in a panel of fixed height (px), so that nothing jumps."""
    with st.container(height=height, border=True, key="panel"):
        if question.start or question.end:
            _path(catalog, question, shown)
        elif question.connection:
            connection_card(
                catalog, catalog.connections[question.connection], lambda service: _select(catalog, service), key="map"
            )
        elif question.service:
            service_card(
                catalog, catalog.services[question.service], lambda service: _select(catalog, service), key="map"
            )
        elif question.filter.text.strip():
            _found(catalog, question)
        else:
            _begin(catalog)


def _select(catalog: Catalog, service: str) -> None:
    select_service(catalog, service)


def _path(catalog: Catalog, question: Question, shown: View) -> None:
    st.subheader(plain(shown.title), anchor=False)
    if not (question.start and question.end):
        st.markdown("Choose both ends of the path.")
        return
    start, end = catalog.services[question.start].short_name, catalog.services[question.end].short_name
    if question.start == question.end:
        st.markdown("Both ends are the same service. Choose another one.")
    elif shown.path is None:
        st.markdown(
            f"No way along the arrows leads from {plain(start)} to {plain(end)}. The other direction may have one:"
        )
        st.button(
            "Swap the ends",
            icon=":material/swap_horiz:",
            on_click=ask_for_path,
            args=(catalog, question.end, question.start),
        )
    else:
        hops = [
            (
                f"{number}. **{plain(catalog.services[hop.source_id].short_name)} → "
                f"{plain(catalog.services[hop.target_id].short_name)}**: {plain(hop.what.text)}"
            )
            for number, hop in enumerate(shown.path, start=1)
        ]
        st.markdown(
            f"{len(hops)} step{'s' if len(hops) > 1 else ''}, the shortest way along the arrows:\n\n" + "\n".join(hops)
        )


def _found(catalog: Catalog, question: Question) -> None:
    hits = _records(search(catalog, question.filter.text))
    if not hits:
        st.markdown(
            f"Nothing fits “{plain(question.filter.text)}”. Try a "
            "service's name, what it is for, or an older name of it."
        )
        return
    st.subheader("Found", anchor=False)
    for hit in hits[:12]:
        if hit.found == "service":
            st.button(
                plain(hit.name),
                key=f"hit-{hit.id}",
                on_click=_select,
                args=(catalog, hit.id),
                type="tertiary",
                icon=":material/arrow_forward:",
            )
        elif hit.found == "term":
            st.markdown(definition(catalog.terms[hit.id]))
        else:
            link_to_page("use-cases", f"Use case: {hit.name}", use_case=hit.id)


def _records(hits: tuple[Hit, ...]) -> list[Hit]:
    """The services, use cases and terms of the hits, each once."""
    first: dict[tuple[str, str], Hit] = {}
    for hit in hits:
        if hit.found in {"service", "use_case", "term"}:
            first.setdefault((hit.found, hit.id), hit)
    return list(first.values())


def _begin(catalog: Catalog) -> None:
    core = sum(service.core for service in catalog.services.values())
    st.subheader("Where to begin", anchor=False)
    st.markdown(
        f"This map shows {core} AWS data services, what surrounds them, and how data moves between them:"
        " from what produces it on the left to what shows it on the right.\n\n"
        "- **Click a box** for its card, **a line** for what flows along it.\n"
        "- **Filter** by use case, category or kind of connection; the legend filters as well.\n"
        "- **Search** by name, old name or purpose: “cache”, “elasticsearch”, “warehouse”.\n"
        "- Every view has its own address: share it with **Copy link**."
    )
    st.markdown("**Or walk through a use case**")
    for use_case in (catalog.use_cases[use_case] for use_case in BEGIN if use_case in catalog.use_cases):
        link_to_page("use-cases", use_case.title, use_case=use_case.id)
