"""The map itself: from the view to a figure, and from a click back to the address."""

import streamlit as st

from components.frame.address import Address
from components.landscape.address import change_question, read_question
from components.picture.figure import landscape_figure
from components.picture.graph import Choice, Head, plotly_graph
from components.picture.scene import LegendMark, scene
from components.picture.theme_mode import theme_mode
from components.text.plain_text import counted
from components.worker.worker import WorkerError
from data.landscape.view import Question, View
from data.records import Catalog

LEAST_HEIGHT = 500
DIRECTIONS = {"in": "In", "both": "Both", "out": "Out"}
DEPTHS = {"1": "1", "2": "2", "3": "3"}


def landscape_map(of: Catalog, asked: Question, shown: View, *, height: int = LEAST_HEIGHT, keys: bool = True) -> None:
    """Draw the map, with or without its head and its legend; clicks change the address. `height` is what it may take,
    in px, where the window is low."""
    try:
        drawn = scene(of, shown, *((legend_of(of, asked, "categories"), legend_of(of, asked, "kinds")) if keys else ()))
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
        on_event=lambda kind, option: clicked(of, kind, option),
        head=Head(shown.title, f"{services}, {connections}", _choices(asked)) if keys else None,
    )


def _choices(asked: Question) -> tuple[Choice, ...]:
    """How far the light of a selected service reaches."""
    if not asked.service or asked.start or asked.end or asked.connection:
        return ()
    return Choice("direction", "Direction", DIRECTIONS, asked.direction), Choice(
        "depth", "Steps", DEPTHS, str(asked.depth)
    )


def legend_of(of: Catalog, asked: Question, field: str) -> tuple[LegendMark, ...]:
    """The legend's entries for the categories or the kinds, with how many services each would leave."""
    entries = of.taxonomy.categories if field == "categories" else of.taxonomy.kinds
    chosen = asked.filter.categories if field == "categories" else asked.filter.kinds
    counts = asked.filter.counts(of, "categories" if field == "categories" else "kinds")
    return tuple(LegendMark(entry.id, entry.name, counts[entry.id], entry.id in chosen) for entry in entries)


def clicked(of: Catalog, kind: str, option: str) -> None:
    """Answer an event of the map; ids come from the browser, so unknown ones do nothing."""
    asked = read_question(Address.of_this_page(), of)
    if kind == "service" and option in of.services:
        change_question(of, service=option, connection=None, start=None, end=None)
    elif kind == "connection" and option in of.connections:
        change_question(of, connection=option, service=None, start=None, end=None)
    elif kind == "clear":
        change_question(of, service=None, connection=None, start=None, end=None)
    elif kind == "legend-category" and any(option == entry.id for entry in of.taxonomy.categories):
        change_question(of, categories=asked.filter.toggled("categories", option).categories)
    elif kind == "legend-kind" and any(option == entry.id for entry in of.taxonomy.kinds):
        change_question(of, kinds=asked.filter.toggled("kinds", option).kinds)
    elif kind == "direction" and option in DIRECTIONS:
        change_question(of, direction=option)
    elif kind == "depth" and option in DEPTHS:
        change_question(of, depth=int(option))
