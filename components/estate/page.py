"""Your estate: files in; their system on the landscape and what to look at again out.

The address: `/estate?example=<id>` opens a ready example. What somebody brings is never in the address.
"""

from __future__ import annotations

import streamlit as st

from components.estate.address import EXAMPLE, PARAMETERS, write_example
from components.estate.export import estate_export
from components.estate.findings import show_findings
from components.estate.held import Held, forget, held, take_in
from components.estate.intake import show_intake, tell_fault
from components.estate.lists import show_changes, show_connections, show_resources, show_use_cases
from components.estate.map import estate_map
from components.estate.values import give_values
from components.frame.address import Address
from components.frame.copy_link import copy_link
from components.frame.pickers import search_box
from components.text.plain_text import plain
from data.estate.examples import EXAMPLES, files_of_example
from data.estate.judging.assess import open_results
from data.records import Catalog

SECTIONS = ("Findings", "Resources", "Connections", "Use cases", "Changes")


def show_estate(catalog: Catalog) -> None:
    """Draw the ways in, or the estate that this session holds."""
    address = Address.of_this_page(PARAMETERS, catalog)
    example = address.get(EXAMPLE)
    if example is not None:
        _open(example)
    now = held()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.title("Your estate", anchor=False, width="stretch")
        if now is not None:
            search_box(
                "Find in your estate",
                now.words,
                lambda words: setattr(now, "words", words),
                key="estate-words",
                placeholder="Find, e.g. orders",
                width=190,
            )
            give_values(now)
            estate_export(catalog, now)
            st.button("Other files", icon=":material/upload_file:", key="estate-again", on_click=_again)
        if example is not None:
            copy_link()
    address.notice()
    if now is None:
        show_intake()
        return
    tell_fault()
    _not_read(now)
    estate_map(catalog, now)
    _sections(catalog, now)


def _open(example: str) -> None:
    """Read a ready example, once."""
    name = next(entry.name for entry in EXAMPLES if entry.id == example)
    now = held()
    if now is None or now.name != name:
        take_in(files_of_example(example), name)


def _again() -> None:
    forget()
    write_example(None)


def _not_read(now: Held) -> None:
    """What could not be read, above everything, because it may be what matters."""
    if now.estate.problems:
        st.warning(
            f"{plain(str(now.estate.problems[0]))}"
            + (
                f" And {len(now.estate.problems) - 1} more, below the list of resources."
                if len(now.estate.problems) > 1
                else ""
            ),
            icon=":material/report:",
        )


def _sections(catalog: Catalog, now: Held) -> None:
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
