"""A path in words: what it means, its routes, and every hop with all connections that carry it."""

from collections.abc import Mapping

import streamlit as st

from components.cards.card_head import head_and_close
from components.frame.pickers import pick_one
from components.landscape.address import ask_for_meaning, ask_for_path, select_connection, select_nothing, take_route
from components.text.plain_text import plain
from data.landscape.paths import Hop, Meaning, Route, who_acts
from data.landscape.view import Question, View
from data.records import Catalog, Connection

MEANINGS: Mapping[Meaning, str] = {"data": "How data gets there", "calls": "Who calls whom"}


def path_panel(catalog: Catalog, question: Question, shown: View) -> None:
    """Draw the routes between both ends, or what to do where there is none."""
    head_and_close(f"### {plain(shown.title)}", lambda: select_nothing(catalog), key="path-panel")
    pick_one(
        "What a path means",
        MEANINGS,
        question.meaning,
        lambda meaning: ask_for_meaning(catalog, meaning),
        key="path-meaning",
        label_visibility="collapsed",
    )
    if not (question.start and question.end):
        st.markdown("Choose both ends of the path, under **Path** above the map.")
    elif question.start == question.end:
        st.markdown("Both ends are the same service. Choose another one.")
    elif shown.route is None:
        _no_way(catalog, question)
    else:
        _routes(catalog, question, shown)
        _hops(catalog, question.meaning, shown.route)


def _no_way(catalog: Catalog, question: Question) -> None:
    start, end = (catalog.services[i].short_name for i in (question.start or "", question.end or ""))
    if question.meaning == "calls":
        st.markdown(f"No chain of calls leads from {plain(start)} to {plain(end)}. Data may still get there.")
        st.button("How data gets there", key="path-other", on_click=ask_for_meaning, args=(catalog, "data"))
    else:
        st.markdown(f"No data gets from {plain(start)} to {plain(end)}, as far as this atlas records.")
    st.button(
        "Swap the ends",
        icon=":material/swap_horiz:",
        key="path-swap",
        on_click=ask_for_path,
        args=(catalog, question.end, question.start),
    )


def _routes(catalog: Catalog, question: Question, shown: View) -> None:
    """The routes by what they pass, where there are several."""
    if len(shown.routes) < 2:
        return
    names = {str(number): _passed(catalog, route) for number, route in enumerate(shown.routes, start=1)}
    chosen = str(min(question.route, len(shown.routes)))
    key = "path-route"
    st.session_state[key] = chosen
    st.radio(
        f"{len(names)} routes",
        list(names),
        format_func=lambda number: plain(names[number]),
        key=key,
        on_change=lambda: take_route(catalog, int(st.session_state[key])),
    )


def _passed(catalog: Catalog, route: Route) -> str:
    passed = [catalog.services[hop.end].short_name for hop in route[:-1]]
    return ("through " + ", ".join(passed)) if passed else "directly"


def _hops(catalog: Catalog, meaning: Meaning, route: Route) -> None:
    for number, hop in enumerate(route, start=1):
        ends = " → ".join(plain(catalog.services[end].short_name) for end in (hop.start, hop.end))
        with st.container(gap=None):
            st.markdown(f"**{number}. {ends}**")
            for connection in hop.connections:
                _carrier(catalog, meaning, hop, connection)


def _carrier(catalog: Catalog, meaning: Meaning, hop: Hop, connection: Connection) -> None:
    """One connection of a hop: a button that opens its card, and what flows."""
    kind = next(entry.name for entry in catalog.taxonomy.kinds if entry.id == connection.kind)
    st.button(
        plain(kind),
        key=f"hop-{connection.id}",
        type="tertiary",
        icon=":material/arrow_forward:",
        on_click=select_connection,
        args=(catalog, connection.id),
    )
    acts = who_acts(catalog, hop, connection, meaning)
    st.markdown(plain(f"{connection.what.text} {acts}." if acts else connection.what.text))
