"""Which other connections run between the same two boxes: one line of the wide map stands for all of them."""

import streamlit as st

from components.landscape.address import select_connection
from data.landscape.levels import between_the_same
from data.landscape.view import Question
from data.landscape.walk import part_name
from data.records import Catalog


def parallel_connections(catalog: Catalog, question: Question) -> None:
    """Draw a choice of all connections between the two boxes of the selected one; nothing where it is the only one."""
    if question.connection is None:
        return
    connections = between_the_same(catalog, question.connection, by_family=question.scope == "wide")
    if len(connections) < 2:
        return
    kinds = catalog.kinds
    names = {c.id: f"{part_name(catalog, c.id)} ({kinds[c.kind].name})" for c in connections}
    key = "parallel"
    st.session_state[key] = question.connection
    st.selectbox(
        f"One of {len(names)} connections between these boxes",
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=lambda: select_connection(catalog, st.session_state[key]),
    )
