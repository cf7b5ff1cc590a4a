"""The row above the map: search, filters, path, scope, look, and one click that clears it all.

What stands in a popover is drawn when it opens: fifty check boxes in every run would make every click on the map
slower. The label of such a popover must not change, or Streamlit takes it for another one and closes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

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
from components.landscape.frame import frame_landscape
from data.landscape.counting import option_counts
from data.landscape.filters import Field, LandscapeFilter, Match
from data.landscape.view import Look, Question, Scope, View
from data.records import Catalog
from data.search import search

SCOPES: Mapping[Scope, str] = {"core": "Core", "wide": "All"}
LOOKS: Mapping[Look, str] = {"focus": "Dim rest", "only": "Hide rest"}
MATCHES: Mapping[Match, str] = {"any": "Any of them", "all": "All of them"}


@dataclass(frozen=True)
class Told:
    """What the row and the chips below it say: where a click on the map changes that, all of it is drawn again."""

    filter: LandscapeFilter
    scope: Scope
    beside: int


def told_by_toolbar(question: Question, shown: View) -> Told:
    """What the row has to say for a view."""
    return Told(question.filter, question.scope, len(shown.beside))


def landscape_toolbar(catalog: Catalog, question: Question, shown: View) -> None:
    """Draw the row; every control writes the address."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="tools"):
        frame_landscape()
        search_box(
            "Search",
            question.filter.text,
            lambda typed: _find(catalog, typed),
            key="q",
            placeholder="Search, e.g. cache",
            width=180,
        )
        _use_case_filter(catalog, question)
        _how_many(len(question.filter.use_cases))
        _category_filter(catalog, question)
        _how_many(len(question.filter.categories + question.filter.kinds + question.filter.capabilities))
        _path_finder(catalog, question)
        pick_one(
            "Scope",
            SCOPES,
            None if shown.beside else question.scope,
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


def _how_many(chosen: int) -> None:
    """How many options are on, beside the button: its own label must not change."""
    if chosen:
        st.badge(str(chosen), color="blue", help=f"{chosen} chosen")


def _find(catalog: Catalog, typed: str) -> None:
    """Show the best hit: a use case alone, or a service with what was typed; where there is none, what fits."""
    hits = search(catalog, typed)
    fitting = (hit for hit in hits if hit.found in {"service", "limit", "use_case"} and not hit.missing)
    best = None if hits and hits[0].found == "outsider" else next(fitting, None)
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
            option_counts(catalog, question, "use_cases"),
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
            option_counts(catalog, question, "categories"),
            lambda option: _toggle(catalog, "categories", option),
            key="category",
        )
        pick_many(
            "Kinds of connection",
            [(entry.id, entry.name) for entry in catalog.taxonomy.kinds],
            question.filter.kinds,
            option_counts(catalog, question, "kinds"),
            lambda option: _toggle(catalog, "kinds", option),
            key="kind",
        )
        pick_many(
            "Capabilities, all of them" if question.filter.partly else "Capabilities, all of them in full",
            [(entry.id, entry.name) for entry in catalog.taxonomy.capabilities],
            question.filter.capabilities,
            option_counts(catalog, question, "capabilities"),
            lambda option: _toggle(catalog, "capabilities", option),
            key="capability",
        )


def _path_finder(catalog: Catalog, question: Question) -> None:
    opened = st.popover("Path", icon=":material/conversion_path:", key="path", on_change="rerun")
    if not opened.open:
        return
    names = {service.id: service.short_name for service in catalog.services.values()}
    with opened:
        pick_service(
            "From", names, question.start, lambda service: ask_for_path(catalog, service, question.end), key="from"
        )
        pick_service(
            "To", names, question.end, lambda service: ask_for_path(catalog, question.start, service), key="to"
        )
