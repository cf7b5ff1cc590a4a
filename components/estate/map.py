"""The map of an estate, and what a click on it selects."""

from __future__ import annotations

import streamlit as st

from components.cards.scroll import scroll_to
from components.estate.held import Held
from components.estate.panel import estate_panel, links_of, select
from components.estate.scene import estate_scene
from components.estate.words import formats_in_words
from components.picture.figure import landscape_figure
from components.picture.graph import Head, plotly_graph
from components.picture.graph_events import Chosen, Cleared, Event
from components.picture.scene import Scene
from components.picture.theme_mode import theme_mode
from components.text.plain_text import counted, plain
from components.worker.worker import WorkerError
from data.estate.reports.words import counts_line
from data.records import Catalog

MAP_HEIGHT = 500


@st.fragment
def estate_map(catalog: Catalog, now: Held) -> None:
    """Draw the map and the panel; a click redraws these two alone."""
    _choices(catalog, now)
    picture, panel = st.columns([2.5, 1], gap="small")
    with panel:
        estate_panel(catalog, now)
    with picture:
        _map(catalog, now)


def shown_scene(catalog: Catalog, now: Held) -> Scene:
    """The scene as it stands on the page.

    Errors: WorkerError where the layout fails.
    """
    route = catalog.findings.get(now.route or "")
    selected = now.service or now.connection
    return estate_scene(catalog, now.shown, only=now.only, route=route, selected=selected, words=now.words)


def _choices(catalog: Catalog, now: Held) -> None:
    """How much of the landscape is drawn around the estate, the plan's two sides, and the way back from a route."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        told = f":small[:gray[{plain(formats_in_words(now.estate))}]] :small[{plain(counts_line(now.estate))}]"
        st.markdown(told, width="stretch")
        now.only = not st.toggle("Rest of the landscape", value=not now.only, key="estate-around")
        if now.estate.has_plan:
            now.before = st.toggle("Before the plan", value=now.before, key="estate-before")
    route = catalog.findings.get(now.route or "")
    if route is not None and route.alternative is not None:
        _route(now, route.id, f"Drawn as a route: {route.alternative.title}")


def _route(now: Held, finding: str, title: str) -> None:
    """What is drawn, brought into view because it was chosen further down, and the way back."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{plain(title)}**", width="content")
        st.button(
            "Leave the route",
            icon=":material/close:",
            key="estate-leave-route",
            on_click=lambda: setattr(now, "route", None),
        )
        scroll_to(finding, title, key="estate-route")


def _arrows_in_words(now: Held, drawn: Scene) -> str:
    """How many connections are lit: `11 connections in 9 lines` where a line stands for several."""
    lit = [arrow.id for arrow in drawn.arrows if arrow.lit]
    links = sum(len(links_of(now, line)) for line in lit)
    if now.route is not None or now.before or links == len(lit):
        return counted(len(lit), "connection")
    return f"{counted(links, 'connection')} in {counted(len(lit), 'line')}"


def _map(catalog: Catalog, now: Held) -> None:
    try:
        drawn = shown_scene(catalog, now)
    except WorkerError as error:
        st.error(f"The map cannot be drawn: {error}. The lists below show the same.", icon=":material/error:")
        return
    lit = counted(sum(box.lit for box in drawn.boxes), "service")
    arrows = _arrows_in_words(now, drawn)
    boxes, lines = {box.id for box in drawn.boxes}, {arrow.id for arrow in drawn.arrows}

    def answer(event: Event) -> None:
        match event:
            case Chosen("service", service) if service in boxes:
                select(now, service=service)
            case Chosen("connection", connection) if connection in lines:
                select(now, connection=connection)
            case Cleared():
                select(now)

    plotly_graph(
        landscape_figure(drawn, theme_mode()),
        key="estate-map",
        alt=f"{drawn.title}. Lit: {lit} and {arrows}.",
        height=MAP_HEIGHT,
        on_event=answer,
        head=Head(drawn.title if now.route else now.name, f"{lit}, {arrows}", level=2),
    )
