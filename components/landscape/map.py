"""The map itself: from the view to a figure, and from a click back to the address."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from components.landscape.address import (
    change_filter,
    question_of_this_page,
    select_connection,
    select_nothing,
    select_service,
    write_question,
)
from components.picture.figure import landscape_figure
from components.picture.graph import Choice, Head, plotly_graph
from components.picture.scene import LegendMark, scene
from components.picture.theme_mode import theme_mode
from components.text.plain_text import counted
from components.worker.worker import WorkerError
from data.landscape.graph import Direction
from data.landscape.view import Question, View
from data.records import Catalog

LEAST_HEIGHT = 500
DIRECTIONS: Mapping[Direction, str] = {"in": "In", "both": "Both", "out": "Out"}
DEPTHS = {"1": "1", "2": "2", "3": "3"}


def landscape_map(
    catalog: Catalog, question: Question, shown: View, *, height: int = LEAST_HEIGHT, keys: bool = True
) -> None:
    """Draw the map, with or without its head and its legend; clicks change the address. `height` is what it may take,
    in px, where the window is low."""
    try:
        drawn = scene(
            catalog,
            shown,
            *((legend_of(catalog, question, "categories"), legend_of(catalog, question, "kinds")) if keys else ()),
        )
    except WorkerError as error:
        st.error(f"The map cannot be drawn: {error}. The tables below show the same.", icon=":material/error:")
        return
    figure = landscape_figure(drawn, theme_mode())
    services, connections = (
        counted(len(shown.lit_services), "service"),
        counted(len(shown.lit_connections), "connection"),
    )
    plotly_graph(
        figure,
        key="landscape",
        alt=f"{shown.title}. Lit: {services} and {connections}.",
        height=height,
        on_event=lambda kind, option: clicked(catalog, kind, option),
        head=Head(shown.title, f"{services}, {connections}", _choices(question)) if keys else None,
    )


def _choices(question: Question) -> tuple[Choice, ...]:
    """How far the light of a selected service reaches."""
    if not question.service or question.start or question.end or question.connection:
        return ()
    return Choice("direction", "Direction", DIRECTIONS, question.direction), Choice(
        "depth", "Steps", DEPTHS, str(question.depth)
    )


def legend_of(catalog: Catalog, question: Question, field: str) -> tuple[LegendMark, ...]:
    """The legend's entries for the categories or the kinds, with how many services each would leave."""
    entries = catalog.taxonomy.categories if field == "categories" else catalog.taxonomy.kinds
    chosen = question.filter.categories if field == "categories" else question.filter.kinds
    counts = question.filter.counts(catalog, "categories" if field == "categories" else "kinds")
    return tuple(LegendMark(entry.id, entry.name, counts[entry.id], entry.id in chosen) for entry in entries)


def clicked(catalog: Catalog, kind: str, option: str) -> None:
    """Answer an event of the map; ids come from the browser, so unknown ones do nothing."""
    question = question_of_this_page(catalog)
    if kind == "service" and option in catalog.services:
        select_service(catalog, option)
    elif kind == "connection" and option in catalog.connections:
        select_connection(catalog, option)
    elif kind == "clear":
        select_nothing(catalog)
    elif kind == "legend-category" and any(option == entry.id for entry in catalog.taxonomy.categories):
        change_filter(catalog, question.filter.toggled("categories", option))
    elif kind == "legend-kind" and any(option == entry.id for entry in catalog.taxonomy.kinds):
        change_filter(catalog, question.filter.toggled("kinds", option))
    elif kind == "direction":
        known = (direction for direction in DIRECTIONS if direction == option)
        write_question(replace(question, direction=next(known, question.direction)))
    elif kind == "depth" and option in DEPTHS:
        write_question(replace(question, depth=int(option)))
