"""The feature matrix: filter, what remains, the table, and the same as a file."""

from dataclasses import replace

import streamlit as st

from components.exports.tables import csv_of
from components.frame.address import Address
from components.frame.copy_link import copy_link
from components.frame.menu import link_to_page
from components.matrix.address import PARAMETERS, Looking, read_looking, write_looking
from components.matrix.filter import choose_capabilities, partly_or_clear
from components.matrix.table import matrix_table
from components.text.plain_text import plain
from data.comparing.matrix import Matrix, matrix, matrix_frame, services_of_matrix
from data.records import Catalog

COMPARABLE = range(2, 5)


@st.fragment
def show_matrix(catalog: Catalog) -> None:
    """Draw the matrix for what the address asks."""
    address = Address.of_this_page(PARAMETERS, catalog)
    looking = read_looking(address, catalog)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("Feature matrix", anchor=False)
        copy_link()
    address.notice()
    shown = matrix(catalog, looking.filter.services(catalog))
    choose_capabilities(catalog, looking)
    with st.container(horizontal=True, vertical_alignment="center", key="what-remains"):
        partly_or_clear(looking)
        _what_remains(catalog, looking, shown)
    if shown.services:
        _table(catalog, looking, shown)


def _what_remains(catalog: Catalog, looking: Looking, shown: Matrix) -> None:
    every = len(services_of_matrix(catalog))
    asked = looking.filter
    if not asked.capabilities:
        st.markdown(f"**{every} services by {len(shown.capabilities)} capabilities**")
    elif not shown.services:
        st.markdown(
            "**No service has all of these.** Take one away" + (", or let “partly” count." if not asked.partly else ".")
        )
    else:
        names = ", ".join(service.short_name for service in shown.services)
        st.markdown(
            f"**{len(shown.services)} of {every} services** "
            f"{plain(asked.describe(catalog).removeprefix('Services '))}: {plain(names)}"
        )
    if asked.capabilities and shown.services:
        on_map: dict[str, str | list[str]] = {"capability": list(asked.capabilities)}
        link_to_page("", "See them on the map", **on_map, **({} if asked.partly else {"partly": "0"}))
        if len(shown.services) in COMPARABLE:
            link_to_page("compare", "Compare them", service=[service.id for service in shown.services])


def _table(catalog: Catalog, looking: Looking, shown: Matrix) -> None:
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
    with st.container(horizontal=True, vertical_alignment="center"):
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
