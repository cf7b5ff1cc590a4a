"""The row above the map: search, filters, path, scope, look, and one click that clears it all.

What stands in a popover is drawn when it opens: fifty check boxes in every run would make every click on the map
slower. The label of such a popover must not change, or Streamlit takes it for another one and closes it.
"""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from components.exports.menu import take_along
from components.frame.copy_link import copy_link
from components.frame.pickers import pick_many, pick_one, pick_service, search_box
from components.landscape.address import (
    ask_for_path,
    change_filter,
    question_of_this_page,
    values_of,
    write_question,
)
from data.landscape.filters import Field, Match
from data.landscape.view import Look, Question, Scope
from data.records import Catalog
from data.search import search

SCOPES: Mapping[Scope, str] = {"core": "Core", "wide": "All"}
LOOKS: Mapping[Look, str] = {"focus": "Dim rest", "only": "Hide rest"}
MATCHES: Mapping[Match, str] = {"any": "Any of them", "all": "All of them"}


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
            lambda scope: write_question(replace(question_of_this_page(catalog), scope=scope)),
            key="scope",
            label_visibility="collapsed",
        )
        pick_one(
            "View",
            LOOKS,
            question.look,
            lambda look: write_question(replace(question_of_this_page(catalog), look=look)),
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
        take_along("landscape", lambda: values_of(question), key="export")


def _find(catalog: Catalog, typed: str) -> None:
    """Show the best hit: a use case alone, or a service with what was typed; where there is none, what fits."""
    best = next(
        (hit for hit in search(catalog, typed) if hit.found in {"service", "limit", "use_case"} and not hit.missing),
        None,
    )
    if best is None:
        change_filter(catalog, replace(question_of_this_page(catalog).filter, text=typed))
    elif best.found == "use_case":
        question = question_of_this_page(catalog)
        chosen = replace(question.filter, text="", use_cases=(best.id,))
        write_question(Question(filter=chosen, look=question.look, scope=question.scope))
    else:
        question = question_of_this_page(catalog)
        found = replace(question, filter=replace(question.filter, text=typed), service=best.id)
        write_question(replace(found, connection=None, start=None, end=None))


def _toggle(catalog: Catalog, field: Field, option: str) -> None:
    change_filter(catalog, question_of_this_page(catalog).filter.toggled(field, option))


def _use_case_filter(catalog: Catalog, question: Question) -> None:
    opened = st.popover("Use cases", icon=":material/route:", key="use-cases-filter", on_change="rerun")
    if not opened.open:
        return
    with opened:
        pick_one(
            "A service has to be part of",
            MATCHES,
            question.filter.match,
            lambda match: change_filter(catalog, replace(question.filter, match=match)),
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
        pick_service(
            "From", names, question.start, lambda service: ask_for_path(catalog, service, question.end), key="from"
        )
        pick_service(
            "To", names, question.end, lambda service: ask_for_path(catalog, question.start, service), key="to"
        )
