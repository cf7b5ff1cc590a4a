"""The short card of a part of a use case: what it is, and where to read on."""

import streamlit as st

from components.cards.connection_card import TIMING
from components.cards.service_card import card_head
from components.frame.menu import link_to_page
from components.text.citations import Citations, bullets
from components.text.plain_text import plain
from components.use_cases.walk_moves import close_card
from data.landscape.walk import Place, part_name
from data.records import Catalog, Connection, Service


def short_card(catalog: Catalog, place: Place) -> None:
    """Draw the card of the part that is selected, with a button that closes it; nothing where none is."""
    if place.card is None:
        return
    with st.container(border=True, key="short-card"):
        if place.service:
            _of_service(catalog, catalog.services[place.service])
        elif place.connection:
            _of_connection(catalog, catalog.connections[place.connection])
        st.button("Close", icon=":material/close:", key="short-card-close", on_click=close_card, args=(catalog,))


def _of_service(catalog: Catalog, service: Service) -> None:
    cited = Citations(catalog, service.sources)
    st.markdown(f"{card_head(catalog, service)}\n\n{cited.fact(service.purpose)}")
    if service.when_to_use:
        st.markdown(
            "**When to use it** :gray-badge[our "
            f"judgement]\n\n{bullets(cited.judgement(entry) for entry in service.when_to_use[:2])}"
        )
    st.markdown(cited.sources())
    with st.container(horizontal=True):
        link_to_page("services", "The whole card", service=service.id)
        link_to_page("", "On the landscape", service=service.id)


def _of_connection(catalog: Catalog, connection: Connection) -> None:
    cited = Citations(catalog, connection.sources)
    kind = next(entry.name for entry in catalog.taxonomy.kinds if entry.id == connection.kind)
    st.subheader(plain(part_name(catalog, connection.id)), anchor=False)
    st.caption(f"{plain(kind)} · {TIMING[connection.timing]}")
    st.markdown(f"**What flows:** {cited.fact(connection.what)}\n\n**How:** {plain(connection.how)}")
    st.markdown(cited.sources())
    link_to_page("", "On the landscape", connection=connection.id)
