"""The matrix with what belongs to it: what a star means, the same as a file, and links to its services."""

from dataclasses import replace

import streamlit as st

from components.exports.tables import csv_of
from components.frame.menu import link_to_page
from components.matrix.address import Looking, write_looking
from components.matrix.table import matrix_table
from data.comparing.matrix import Matrix, matrix_frame, services_of_matrix
from data.records import Catalog


def matrix_cells(catalog: Catalog, looking: Looking, shown: Matrix) -> None:
    """Draw the table, the same as a file, and links to the services in it."""
    known = {
        (service.id, capability.id)
        for service in services_of_matrix(catalog)
        for capability in catalog.taxonomy.capabilities
    }

    def opened(service: str, capability: str) -> None:
        if (service, capability) in known:
            write_looking(replace(looking, cell=(service, capability)))

    caption = (
        f"Capabilities (rows) of {len(shown.services)} services (columns); each cell says yes, partly, no or not stated"
    )
    matrix_table(shown, looking.filter.capabilities, looking.cell, opened, key="matrix", caption=caption)
    st.markdown(
        ":small[:gray[\\* has a condition or an explanation. “Not "
        "stated”: no official page that was read says so or otherwise.]]"
    )
    with st.container(horizontal=True, vertical_alignment="center", key="tools-matrix"):
        st.download_button(
            "Matrix as CSV",
            lambda: csv_of(matrix_frame(shown)),
            "feature-matrix.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
        for service in shown.services:
            link_to_page("services", service.short_name, service=service.id)
