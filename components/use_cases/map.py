"""The picture of a use case at a place, and its clicks."""

from dataclasses import replace

import streamlit as st

from components.picture.figure import landscape_figure
from components.picture.graph import plotly_graph
from components.picture.marks import LegendMark
from components.picture.scene import Scene
from components.picture.surroundings import seen_size
from components.picture.theme_mode import theme_mode
from components.picture.views import use_case_scene
from components.use_cases.walk_moves import answer
from components.worker.worker import WorkerError
from data.landscape.walk import Place
from data.records import Catalog


def size_of(catalog: Catalog, place: Place) -> tuple[float, float]:
    """Width and height of the picture with its margins, in units of which a box is 140 wide; the same at every place
    of one use case."""
    try:
        return seen_size(use_case_scene(catalog, place))
    except WorkerError:
        return 800.0, 400.0


def use_case_map(catalog: Catalog, place: Place, *, key: str, height: int, explained: bool = False) -> None:
    """Draw the picture, `height` px high, and below it what its lines mean, where they are to be `explained`; a click
    on a part opens its short card."""
    try:
        drawn = use_case_scene(catalog, place)
    except WorkerError as error:
        st.error(f"The picture cannot be drawn: {error}. The steps tell the same in words.", icon=":material/error:")
        return
    figure = landscape_figure(replace(drawn, kinds=_line_key(catalog, drawn) if explained else ()), theme_mode())
    lit = ", ".join(arrow.name for arrow in drawn.arrows if arrow.lit)
    plotly_graph(
        figure,
        key=key,
        alt=f"{drawn.title}. Lit: {lit}.",
        height=height,
        on_event=lambda event: answer(catalog, event),
    )


def _line_key(catalog: Catalog, drawn: Scene) -> tuple[LegendMark, ...]:
    """The kinds of lines that are drawn, which are not chosen here."""
    return tuple(
        LegendMark(kind.id, kind.name, text=kind.text, asks=kind.follows == "question")
        for kind in catalog.taxonomy.kinds
        if kind.id in drawn.kinds_drawn
    )
