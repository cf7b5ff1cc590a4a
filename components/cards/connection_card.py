"""The card of a connection: what flows, how, sync or async, its limits, and the use cases that use it."""

from collections.abc import Callable

import streamlit as st

from components.cards.card_head import head_and_close
from components.cards.parts import parts_of_connections
from components.cards.scroll import follow_parts
from components.frame.menu import link_to_page
from components.text.citations import Citations, bullets
from components.text.connection_fields import Field, connection_fields
from components.text.headings import heading
from components.text.plain_text import plain
from components.text.terms import with_terms
from data.records import Catalog, Connection, Fact


def connection_card(
    catalog: Catalog,
    connection: Connection,
    select: Callable[[str], None],
    *,
    key: str,
    part: str | None = None,
    go_to: Callable[[str], None] | None = None,
    close: Callable[[], None] | None = None,
) -> None:
    """Draw the card; `select` is called with the id of the service at one of the ends when its button is pressed, and
    `close`, where it is given, by a button beside the name. `part` is the id of the part to bring into view, and
    `go_to` is called with that of a heading whose link is used."""
    source, target = catalog.services[connection.source_id], catalog.services[connection.target_id]
    cited = Citations(catalog, connection.sources)
    kind = next(entry for entry in catalog.taxonomy.kinds if entry.id == connection.kind)
    parts = [_told(cited, field) for field in connection_fields(catalog, connection)]
    head_and_close(
        f"### {plain(source.short_name)} → "
        f"{plain(target.short_name)}\n\n:small[:gray[{plain(kind.name)}: {plain(kind.text)}]]",
        close,
        key=key,
    )
    st.markdown(with_terms(catalog, "\n\n".join(parts), (source.id, target.id)))
    wrong = [trouble for trouble in catalog.troubles.values() if connection.id in trouble.connections]
    if wrong:
        st.markdown(heading("When it goes wrong"))
        for trouble in wrong:
            service = trouble.services[0]
            link_to_page("services", trouble.symptom, service=service, part=f"trouble-{trouble.id}")
    used_in = [
        use_case for use_case in catalog.use_cases.values() if connection.id in catalog.connections_in(use_case.id)
    ]
    st.markdown(heading("Used in") + ("" if used_in else "\n\nNo use case of this atlas."))
    for use_case in used_in:
        link_to_page("use-cases", use_case.title, use_case=use_case.id)
    with st.container(horizontal=True):
        for end in (source, target):
            st.button(
                plain(end.short_name),
                key=f"{key}-{connection.id}-{end.id}",
                on_click=select,
                args=(end.id,),
                icon=":material/arrow_forward:",
            )
    cited.mark(connection.docs)
    st.markdown(f"{heading('Sources')}\n\n:small[With the date of the text that was read]\n\n{cited.sources()}")
    if connection.confidence == "medium":
        st.caption("Read in one place or an older copy only: confirm it before you rely on it.")
    if go_to is not None:
        follow_parts(parts_of_connections(), part, go_to, key=key)


def _told(cited: Citations, field: Field) -> str:
    return _as_list(cited, field) if field.listed else _in_a_line(cited, field)


def _in_a_line(cited: Citations, field: Field) -> str:
    return f"**{field.title}:** " + " ".join(_entry(cited, entry) for entry in field.entries)


def _as_list(cited: Citations, field: Field) -> str:
    return f"{heading(field.title)}\n\n{bullets(_entry(cited, entry) for entry in field.entries)}"


def _entry(cited: Citations, entry: Fact | str) -> str:
    return plain(entry) if isinstance(entry, str) else cited.fact(entry)
