"""The row above the map: search, filters, path, scope, look, and one click that clears it all.

What stands in a popover is drawn when it opens: fifty check boxes in every run would make every click on the map
slower. The label of such a popover must not change, or Streamlit takes it for another one and closes it.
"""

import streamlit as st

from components.exports.menu import take_along
from components.frame.address import Address
from components.frame.copy_link import copy_link
from components.frame.pickers import pick_many, pick_one, pick_service, search_box
from components.landscape.address import change_question, read_question, write_question
from components.landscape.export import landscape_export
from data.landscape.filters import Field
from data.landscape.view import Question, view
from data.records import Catalog
from data.search import search

SCOPES = {"core": "Core", "wide": "All"}
LOOKS = {"focus": "Dim rest", "only": "Hide rest"}
MATCHES = {"any": "Any of them", "all": "All of them"}


def landscape_toolbar(of: Catalog, asked: Question) -> None:
    """Draw the row; every control writes the address."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        search_box(
            "Search",
            asked.filter.text,
            lambda typed: _find(of, typed),
            key="q",
            placeholder="Search, e.g. cache",
            width=200,
        )
        _use_case_filter(of, asked)
        _category_filter(of, asked)
        _path_finder(of, asked)
        pick_one(
            "Scope",
            SCOPES,
            asked.scope,
            lambda scope: change_question(of, scope=scope),
            key="scope",
            label_visibility="collapsed",
        )
        pick_one(
            "View",
            LOOKS,
            asked.look,
            lambda look: change_question(of, look=look),
            key="view",
            label_visibility="collapsed",
        )
        st.button(
            "Clear",
            icon=":material/close:",
            key="clear",
            on_click=write_question,
            args=(Question(scope=asked.scope),),
        )
        copy_link()
        take_along(of, lambda: landscape_export(of, asked, view(of, asked)), key="export")


def _find(of: Catalog, typed: str) -> None:
    """Show the best hit: a use case alone, or a service with what was typed; where there is none, what fits."""
    best = next(
        (hit for hit in search(of, typed) if hit.found in {"service", "limit", "use_case"} and not hit.missing), None
    )
    if best is None:
        change_question(of, text=typed)
    elif best.found == "use_case":
        change_question(of, text="", use_cases=(best.id,), service=None, connection=None, start=None, end=None)
    else:
        change_question(of, text=typed, service=best.id, connection=None, start=None, end=None)


def _toggle(of: Catalog, field: Field, option: str) -> None:
    asked = read_question(Address.of_this_page(), of)
    changed = asked.filter.toggled(field, option)
    change_question(of, **{field: getattr(changed, field)})


def _use_case_filter(of: Catalog, asked: Question) -> None:
    opened = st.popover("Use cases", icon=":material/route:", key="use-cases-filter", on_change="rerun")
    if not opened.open:
        return
    with opened:
        pick_one(
            "A service has to be part of",
            MATCHES,
            asked.filter.match,
            lambda match: change_question(of, match=match),
            key="match",
        )
        pick_many(
            "Use cases",
            [(use_case.id, use_case.title) for use_case in of.use_cases.values()],
            asked.filter.use_cases,
            asked.filter.counts(of, "use_cases"),
            lambda option: _toggle(of, "use_cases", option),
            key="use_case",
        )


def _category_filter(of: Catalog, asked: Question) -> None:
    opened = st.popover("Filter", icon=":material/filter_alt:", key="filter", on_change="rerun")
    if not opened.open:
        return
    with opened:
        pick_many(
            "Categories",
            [(entry.id, entry.name) for entry in of.taxonomy.categories],
            asked.filter.categories,
            asked.filter.counts(of, "categories"),
            lambda option: _toggle(of, "categories", option),
            key="category",
        )
        pick_many(
            "Kinds of connection",
            [(entry.id, entry.name) for entry in of.taxonomy.kinds],
            asked.filter.kinds,
            asked.filter.counts(of, "kinds"),
            lambda option: _toggle(of, "kinds", option),
            key="kind",
        )
        pick_many(
            "Capabilities, all of them" if asked.filter.partly else "Capabilities, all of them in full",
            [(entry.id, entry.name) for entry in of.taxonomy.capabilities],
            asked.filter.capabilities,
            asked.filter.counts(of, "capabilities"),
            lambda option: _toggle(of, "capabilities", option),
            key="capability",
        )


def _path_finder(of: Catalog, asked: Question) -> None:
    opened = st.popover("Path", icon=":material/conversion_path:", key="path", on_change="rerun")
    if not opened.open:
        return
    names = {
        service.id: service.short_name
        for service in sorted(of.services.values(), key=lambda s: s.short_name.casefold())
    }
    with opened:
        pick_service("From", names, asked.start, lambda service: change_question(of, start=service), key="from")
        pick_service("To", names, asked.end, lambda service: change_question(of, end=service), key="to")
