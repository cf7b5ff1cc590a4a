"""The same as the map, as tables that follow every filter and can be downloaded."""

import pandas as pd
import streamlit as st

from components.exports.tables import csv_of
from data.frames import connections_frame, services_frame
from data.landscape.view import View
from data.records import Catalog

SERVICE_COLUMNS = ["name", "category", "lane", "purpose", "connections", "use_cases"]
CONNECTION_COLUMNS = ["source", "target", "kind", "what", "timing", "how"]


def landscape_tables(catalog: Catalog, shown: View) -> bool:
    """Draw the table twin of a view, the services and connections that are lit; say whether it is open."""
    twin = st.expander(
        "The same as tables", icon=":material/table:", key="tables", on_change="rerun"
    )  # a label that changes would close it
    if not twin.open:
        return False
    services, connections = lit_frames(catalog, shown)
    with twin:
        st.dataframe(services, column_order=SERVICE_COLUMNS, hide_index=True, alt=f"Services: {shown.title}")
        st.download_button(
            "Services as CSV",
            lambda: csv_of(services),
            "services.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
        st.dataframe(connections, column_order=CONNECTION_COLUMNS, hide_index=True, alt=f"Connections: {shown.title}")
        st.download_button(
            "Connections as CSV",
            lambda: csv_of(connections),
            "connections.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
    return True


def lit_frames(catalog: Catalog, shown: View) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Services and connections of a view as frames, in the columns of `services_frame` and `connections_frame`."""
    services, connections = services_frame(catalog), connections_frame(catalog)
    return services[services["id"].isin(shown.lit_services)], connections[connections["id"].isin(shown.lit_connections)]
