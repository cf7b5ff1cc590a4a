"""The map itself: from the view to a figure, and from a click back to the address."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from components.landscape.address import (
    change_filter,
    question_of_this_page,
    select_box,
    select_connection,
    select_nothing,
    widen,
    write_question,
)
from components.landscape.levels_row import levels_row, toggle_family, toggle_layer
from components.picture.figure import landscape_figure
from components.picture.graph import Head, Switch, plotly_graph
from components.picture.graph_events import Chosen, Cleared, Event, Pressed
from components.picture.marks import LegendMark
from components.picture.scene import Scene
from components.picture.theme_mode import theme_mode
from components.picture.views import landscape_scene
from components.text.plain_text import counted
from components.worker.worker import WorkerError
from data.landscape.counting import option_counts
from data.landscape.graph import Direction
from data.landscape.titles import layers_title
from data.landscape.view import Question, View
from data.records import Catalog

LEAST_HEIGHT = 560
FIRST_SIGHT = "AWS data services, and how data moves between them"
DIRECTIONS: Mapping[Direction, str] = {"in": "In", "both": "Both", "out": "Out"}
DEPTHS = {"1": "1", "2": "2", "3": "3"}


def landscape_map(
    catalog: Catalog, question: Question, shown: View, *, height: int = LEAST_HEIGHT, keys: bool = True
) -> None:
    """Draw the map, with or without its head and its legend; clicks change the address. What opens and comes on in the
    wide map can always be chosen. `height` is what it may take, in px, where the window is low."""
    try:
        drawn = landscape_scene(
            catalog,
            question,
            shown,
            *((legend_of(catalog, question, "categories"), legend_of(catalog, question, "kinds")) if keys else ()),
        )
    except WorkerError as error:
        st.error(f"The map cannot be drawn: {error}. The tables below show the same.", icon=":material/error:")
        return
    figure = landscape_figure(drawn, theme_mode())
    amounts = amounts_in_words(shown)
    levels = levels_row(catalog, question, shown)
    head = Head(
        _heading(question, shown), _note(catalog, question, shown, drawn, amounts), _switches(question, shown), levels
    )
    bare = Head("", "", rows=levels) if levels else None
    plotly_graph(
        figure,
        key="landscape",
        alt=f"{shown.title}. Lit: {amounts}.",
        height=height,
        on_event=lambda event: answer(catalog, event),
        head=head if keys else bare,
        clears=bool(question.service or question.connection or question.start or question.end),
        answers_at=".st-key-panel, .st-key-panel-card",
    )


def amounts_in_words(shown: View) -> str:
    """How much is lit: `10 services, 9 of 14 connections` where the scope leaves some out."""
    lit, further = len(shown.lit_connections), shown.further
    connections = f"{lit} of {counted(lit + further, 'connection')}" if further else counted(lit, "connection")
    return f"{counted(len(shown.lit_services), 'service')}, {connections}"


def _heading(question: Question, shown: View) -> str:
    return FIRST_SIGHT if question.is_empty else shown.title


def _note(catalog: Catalog, question: Question, shown: View, drawn: Scene, amounts: str) -> str:
    """What is drawn, and how much of it is lit."""
    if question.is_empty:
        connections = counted(sum(len(arrow.connections) for arrow in drawn.arrows), "connection")
        if shown.levels is None:
            return f"{shown.scope}; {connections}"
        boxes = f"{len(drawn.boxes)} box{'es' if len(drawn.boxes) != 1 else ''}"
        services = f"{len(shown.services)} of {counted(len(catalog.services), 'service')} in {boxes}"
        lines = f"{connections} in {counted(len(drawn.arrows), 'line')}"
        return f"{services}, {lines}{layers_title(catalog, shown.levels.off)}"
    if question.look == "only":
        return amounts
    drawn_of = f"{len(shown.services)} of {counted(len(catalog.services), 'service')} drawn"
    return f"{amounts}. {drawn_of if shown.levels else shown.scope}"


def _switches(question: Question, shown: View) -> tuple[Switch, ...]:
    """How far the light of a selected service reaches, and whether to draw what the scope leaves out."""
    if not question.service or question.start or question.end or question.connection:
        return ()
    switches = (
        Switch("direction", "Direction", DIRECTIONS, question.direction),
        Switch("depth", "Steps", DEPTHS, str(question.depth)),
    )
    where = "All" if question.scope == "core" else "layers"
    more = Switch("scope", "", {"wide": f"{shown.further} more in {where}"}, "")
    return (more, *switches) if shown.further else switches


def legend_of(catalog: Catalog, question: Question, field: str) -> tuple[LegendMark, ...]:
    """The legend's entries for the categories or the kinds, each with how much of it a click would light: services of
    a category, connections of a kind."""
    entries = catalog.taxonomy.categories if field == "categories" else catalog.taxonomy.kinds
    chosen = question.filter.categories if field == "categories" else question.filter.kinds
    counts = option_counts(catalog, question, "categories" if field == "categories" else "kinds")
    asking = {kind.id for kind in catalog.taxonomy.kinds if kind.follows == "question"} if field == "kinds" else set()
    return tuple(
        LegendMark(entry.id, entry.name, counts[entry.id], entry.id in chosen, entry.text, entry.id in asking)
        for entry in entries
    )


def answer(catalog: Catalog, event: Event) -> None:
    """Answer an event of the map; ids come from the browser, so unknown ones do nothing."""
    match event:
        case Chosen("service", service) if service in catalog.services:
            select_box(catalog, service)
        case Chosen("connection", connection) if connection in catalog.connections:
            select_connection(catalog, connection)
        case Cleared():
            select_nothing(catalog)
        case Pressed(group, option):
            _answer_button(catalog, group, option)


def _answer_button(catalog: Catalog, group: str, option: str) -> None:
    question = question_of_this_page(catalog)
    if group == "category" and any(option == entry.id for entry in catalog.taxonomy.categories):
        change_filter(catalog, question.filter.toggled("categories", option))
    elif group == "kind" and option in catalog.kinds:
        change_filter(catalog, question.filter.toggled("kinds", option))
    elif group == "direction":
        known = (direction for direction in DIRECTIONS if direction == option)
        write_question(replace(question, direction=next(known, question.direction)))
    elif group == "scope" and option == "wide":
        widen(catalog)
    elif group == "open" and any(option == family.id for family in catalog.taxonomy.families):
        toggle_family(catalog, option)
    elif group == "layer" and option in catalog.kinds and catalog.kinds[option].layer:
        toggle_layer(catalog, option)
    elif group == "depth" and option in DEPTHS:
        write_question(replace(question, depth=int(option)))
