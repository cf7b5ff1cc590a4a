"""A page with the card of every service and of every connection below one another."""

import streamlit as st

from components.cards.connection_card import connection_card
from components.cards.service_card import service_card
from components.frame.menu import PAGES
from components.frame.menu import ROOT as PROJECT
from data.catalog import catalog

st.navigation(
    [
        st.Page(PROJECT / "pages" / page.file, title=page.title, url_path=page.path, default=page.path == "")
        for page in PAGES
    ]
)
catalog = catalog()
for service in catalog.services.values():
    service_card(catalog, service, st.write, key=f"service-{service.id}", whole=True)
for connection in catalog.connections.values():
    connection_card(catalog, connection, st.write, key=f"connection-{connection.id}")
