"""The page "About the data": one section at a time, chosen in a row of names; the address keeps which."""

import streamlit as st

from components.about.address import SECTIONS, About, about_of_this_page, write_about
from components.about.changes import show_changes
from components.about.conflicts import show_conflicts
from components.about.coverage import show_coverage
from components.about.glossary import show_glossary
from components.about.notes import show_notes
from components.about.overview import show_overview
from components.about.regions import show_regions
from components.about.unconfirmed import show_unconfirmed
from components.frame.copy_link import copy_link
from components.frame.pickers import pick_one
from data.records import Catalog


def show_data(catalog: Catalog) -> None:
    """Draw the section that the address asks for, under the row of all sections."""
    about, address = about_of_this_page(catalog)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("About the data", anchor=False, width="content")
        copy_link()
    pick_one(
        "Section",
        SECTIONS,
        about.section,
        lambda section: write_about(About(section)),
        key="about-section",
        label_visibility="collapsed",
    )
    address.notice()
    _draw(catalog, about)


def _draw(catalog: Catalog, about: About) -> None:
    match about.section:
        case "coverage":
            show_coverage(catalog)
        case "regions":
            show_regions(catalog)
        case "conflicts":
            show_conflicts(catalog, about)
        case "unconfirmed":
            show_unconfirmed(catalog)
        case "statements":
            show_notes(catalog, about)
        case "glossary":
            show_glossary(catalog, about)
        case "changes":
            show_changes(catalog)
        case _:
            show_overview(catalog)
