"""What stands below the map of an estate: one list at a time, chosen in a row of names with their numbers."""

import streamlit as st

from components.estate.findings import show_findings
from components.estate.held import Held
from components.estate.lists import show_changes, show_connections, show_resources, show_use_cases
from data.estate.judging.assess import open_results
from data.records import Catalog

SECTIONS = ("Findings", "Resources", "Connections", "Use cases", "Changes")


def estate_sections(catalog: Catalog, now: Held) -> None:
    """Draw the row of names, and the list that is chosen."""
    numbers = {
        "Findings": len(open_results(now.results)),
        "Resources": sum(now.estate.counts.values()),
        "Connections": len(now.estate.links),
    }
    section = st.segmented_control(
        "Below the map",
        SECTIONS,
        default="Findings",
        required=True,
        key="estate-section",
        format_func=lambda name: f"{name} ({numbers[name]})" if name in numbers else name,
        label_visibility="collapsed",
    )
    if section == "Findings":
        show_findings(now)
    elif section == "Resources":
        show_resources(now)
    elif section == "Connections":
        show_connections(now)
    elif section == "Use cases":
        show_use_cases(catalog, now)
    else:
        show_changes(now)
