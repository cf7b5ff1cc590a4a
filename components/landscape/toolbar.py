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


def landscape_toolbar(catalog: Catalog, question: Question) -> None:
    """Draw the row; every control writes the address."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        search_box(
            "Search",
            question.filter.text,
            lambda typed: _find(catalog, typed),
            key="q",
            placeholder="Search, e.g. cache",
            width=200,
        )
        _use_case_filter(catalog, question)
        _category_filter(catalog, question)
        _path_finder(catalog, question)
        pick_one(
            "Scope",
            SCOPES,
            question.scope,
            lambda scope: change_question(catalog, scope=scope),
            key="scope",
            label_visibility="collapsed",
        )
        pick_one(
            "View",
            LOOKS,
            question.look,
            lambda look: change_question(catalog, look=look),
            key="view",
            label_visibility="collapsed",
        )
        st.button(
            "Clear",
            icon=":material/close:",
            key="clear",
            on_click=write_question,
            args=(Question(scope=question.scope),),
        )
        copy_link()
        take_along(catalog, lambda: landscape_export(catalog, question, view(catalog, question)), key="export")


def _find(catalog: Catalog, typed: str) -> None:
    """Show the best hit: a use case alone, or a service with what was typed; where there is none, what fits."""
    best = next(
        (hit for hit in search(catalog, typed) if hit.found in {"service", "limit", "use_case"} and not hit.missing),
        None,
    )
    if best is None:
        change_question(catalog, text=typed)
    elif best.found == "use_case":
        change_question(catalog, text="", use_cases=(best.id,), service=None, connection=None, start=None, end=None)
    else:
        change_question(catalog, text=typed, service=best.id, connection=None, start=None, end=None)


def _toggle(catalog: Catalog, field: Field, option: str) -> None:
    question = read_question(Address.of_this_page(), catalog)
    changed = question.filter.toggled(field, option)
    change_question(catalog, **{field: getattr(changed, field)})


def _use_case_filter(catalog: Catalog, question: Question) -> None:
    opened = st.popover("Use cases", icon=":material/route:", key="use-cases-filter", on_change="rerun")
    if not opened.open:
        return
    with opened:
        pick_one(
            "A service has to be part of",
            MATCHES,
            question.filter.match,
            lambda match: change_question(catalog, match=match),
            key="match",
        )
        pick_many(
            "Use cases",
            [(use_case.id, use_case.title) for use_case in catalog.use_cases.values()],
            question.filter.use_cases,
            question.filter.counts(catalog, "use_cases"),
            lambda option: _toggle(catalog, "use_cases", option),
            key="use_case",
        )


def _category_filter(catalog: Catalog, question: Question) -> None:
    opened = st.popover("Filter", icon=":material/filter_alt:", key="filter", on_change="rerun")
    if not opened.open:
        return
    with opened:
        pick_many(
            "Categories",
            [(entry.id, entry.name) for entry in catalog.taxonomy.categories],
            question.filter.categories,
            question.filter.counts(catalog, "categories"),
            lambda option: _toggle(catalog, "categories", option),
            key="category",
        )
        pick_many(
            "Kinds of connection",
            [(entry.id, entry.name) for entry in catalog.taxonomy.kinds],
            question.filter.kinds,
            question.filter.counts(catalog, "kinds"),
            lambda option: _toggle(catalog, "kinds", option),
            key="kind",
        )
        pick_many(
            "Capabilities, all of them" if question.filter.partly else "Capabilities, all of them in full",
            [(entry.id, entry.name) for entry in catalog.taxonomy.capabilities],
            question.filter.capabilities,
            question.filter.counts(catalog, "capabilities"),
            lambda option: _toggle(catalog, "capabilities", option),
            key="capability",
        )


def _path_finder(catalog: Catalog, question: Question) -> None:
    opened = st.popover("Path", icon=":material/conversion_path:", key="path", on_change="rerun")
    if not opened.open:
        return
    names = {
        service.id: service.short_name
        for service in sorted(catalog.services.values(), key=lambda s: s.short_name.casefold())
    }
    with opened:
        pick_service("From", names, question.start, lambda service: change_question(catalog, start=service), key="from")
        pick_service("To", names, question.end, lambda service: change_question(catalog, end=service), key="to")
