"""What a filter found: the services that fit, what the words found beside them, or, where nothing is left, what to
loosen."""

import streamlit as st

from components.frame.menu import link_to_page
from components.landscape.address import change_filter, select_service, widen
from components.text.plain_text import counted, plain
from components.text.terms import definition
from data.landscape.chips import Chip, chips_of
from data.landscape.view import Question, View, view
from data.records import Catalog
from data.search import Hit, search
from data.search.hits import KINDS

MOST_OTHERS = 8


def results_panel(catalog: Catalog, question: Question, shown: View) -> None:
    """Draw the services that are lit, in the catalog's order, and what else fits the words."""
    if not shown.lit_services:
        _nothing_left(catalog, question)
    else:
        _services(catalog, question, shown)
    if question.filter.text.strip():
        _others(catalog, question)


def _services(catalog: Catalog, question: Question, shown: View) -> None:
    fitting = question.filter.services(catalog)
    st.subheader(counted(len(shown.lit_services), "service"), anchor=False)
    lines = [catalog.connections[connection] for connection in shown.lit_connections]
    joined = {end for line in lines for end in (line.source_id, line.target_id)}
    for service in (catalog.services[s] for s in catalog.services if s in shown.lit_services):
        alone = "" if service.id in joined else " :gray[No connection to the others that are lit.]"
        if service.id not in fitting:
            alone = " :gray[At the other end of a connection that was chosen.]"
        with st.container(gap=None):
            _to_service(catalog, service.id, service.short_name, key="result")
            st.markdown(f":small[{plain(service.purpose.text)}{alone}]")


def _others(catalog: Catalog, question: Question) -> None:
    """What else fits the words: what is not in this atlas, use cases, troubles, limits, terms and so on."""
    hits = _records(search(catalog, question.filter.text))
    elsewhere = any(hit.found == "outsider" for hit in hits)  # then the services are those to look at instead
    others = [hit for hit in hits if hit.found != "service" or elsewhere]
    if others:
        st.markdown("**Found as well**")
    for hit in others[:MOST_OTHERS]:
        if hit.found == "term":
            st.markdown(definition(catalog.terms[hit.id]))
        elif hit.found == "outsider":
            st.markdown(plain(hit.text))
        elif hit.found == "service":
            _to_service(catalog, hit.id, hit.name, key="instead")
        else:
            told = hit.text if hit.found == "limit" else hit.name
            link_to_page(hit.place.path, f"{KINDS[hit.found]}: {told}", **hit.place.by_name)


def _to_service(catalog: Catalog, service: str, name: str, *, key: str) -> None:
    st.button(
        plain(name),
        key=f"{key}-{service}",
        on_click=select_service,
        args=(catalog, service),
        type="tertiary",
        icon=":material/arrow_forward:",
    )


def _records(hits: tuple[Hit, ...]) -> list[Hit]:
    """The hits, each record once; of limits every one."""
    first: dict[tuple[str, str], Hit] = {}
    for hit in hits:
        first.setdefault((hit.found, hit.text if hit.found == "limit" else hit.id), hit)
    return list(first.values())


def _nothing_left(catalog: Catalog, question: Question) -> None:
    st.subheader("Nothing fits", anchor=False)
    chips = chips_of(catalog, question.filter)
    st.markdown("No service meets all of it." if len(chips) > 1 else _nothing_at_all(question))
    if question.scope == "core":
        wide = view(catalog, Question(filter=question.filter, scope="wide"))
        if wide.lit_services:
            label = f"Show all services: {len(wide.lit_services)} fit"
            st.button(label, key="loosen-scope", on_click=widen, args=(catalog,), icon=":material/add:")
    left = {
        chip.key: len(view(catalog, Question(filter=chip.without, scope=question.scope)).lit_services) for chip in chips
    }
    for chip in chips:
        if left[chip.key] or not any(left.values()):  # What leaves nothing again is no way out where others are.
            _loosen(catalog, chip, left[chip.key])


def _loosen(catalog: Catalog, chip: Chip, left: int) -> None:
    st.button(
        f"Without “{plain(chip.label)}”: {counted(left, 'service')}",
        key=f"loosen-{chip.key}",
        on_click=change_filter,
        args=(catalog, chip.without),
        icon=":material/close:",
    )


def _nothing_at_all(question: Question) -> str:
    if question.filter.text.strip():
        return "Try a service's name, what it is for, or an older name of it."
    return "Nothing of it is drawn in this scope."
