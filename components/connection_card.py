"""The card of a connection: what flows, how, sync or async, its limits, and the use cases that use it."""

from collections.abc import Callable

import streamlit as st

from components.cited import Citations, bullets
from components.menu import link_to_page
from components.plain_text import plain
from components.terms import explain_terms
from data.catalog import Catalog
from data.records import Connection

TIMING = {
    "sync": "synchronous: the caller waits for the answer",
    "async": "asynchronous: buffered or eventual",
    "both": "synchronous or asynchronous, as you choose",
}


def connection_card(of: Catalog, connection: Connection, select: Callable[[str], None], *, key: str) -> None:
    """Draw the card; `select` is called with the id of the service at one of the ends when its button is pressed."""
    source, target = of.services[connection.source_id], of.services[connection.target_id]
    started = {"source": source.short_name, "target": target.short_name, "service": "AWS, by itself"}[connection.started_by]
    cited = Citations(of, connection.sources)
    kind = next(entry for entry in of.taxonomy.kinds if entry.id == connection.kind)
    st.subheader(f"{plain(source.short_name)} → {plain(target.short_name)}", anchor=False)
    st.caption(plain(kind.name), help=plain(kind.text))
    words = " ".join(f.text for f in (connection.what, *connection.facts, *connection.limits))
    explain_terms(of, words, key=f"{key}-terms", about=(source.id, target.id))
    st.markdown(f"**What flows:** {cited.fact(connection.what)}")
    st.markdown(f"**How:** {plain(connection.how)}\n\n**Timing:** {TIMING[connection.timing]}\n\n**Started by:** {plain(started)}")
    for title, facts in (("Good to know", connection.facts), ("Limits", connection.limits)):
        if facts:
            st.markdown(f"**{title}**\n\n{bullets(cited.fact(fact) for fact in facts)}")
    if connection.permissions:
        st.markdown(f"**Permissions**\n\n{bullets(plain(permission) for permission in connection.permissions)}")
    used_in = [use_case for use_case in of.use_cases.values() if connection.id in of.connections_in(use_case.id)]
    st.markdown("**Used in**" if used_in else "**Used in**\n\nNo use case of this atlas.")
    for use_case in used_in:
        link_to_page("use-cases", use_case.title, use_case=use_case.id)
    with st.container(horizontal=True):
        for end in (source, target):
            st.button(plain(end.short_name), key=f"{key}-{connection.id}-{end.id}", on_click=select, args=(end.id,), icon=":material/arrow_forward:")
    cited.mark(connection.docs)
    st.markdown(f"**Sources, with the date of the text that was read**\n\n{cited.sources()}")
    if connection.confidence == "medium":
        st.caption("Read in one place or an older copy only: confirm it before you rely on it.")
