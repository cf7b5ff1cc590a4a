"""The picture of a use case at a place, and its clicks."""

import streamlit as st

from components.picture.figure import landscape_figure
from components.picture.graph import plotly_graph
from components.picture.scene import Scene, scene
from components.picture.theme_mode import theme_mode
from components.use_cases.walk_moves import clicked
from components.worker.worker import WorkerError
from data.landscape.walk import Place, picture
from data.records import Catalog


def scene_of(catalog: Catalog, place: Place) -> Scene:
    """What is drawn for a place.

    Errors: WorkerError where the layout fails.
    """
    shown, walk = picture(catalog, place)
    return scene(catalog, shown, walk=walk)


def size_of(catalog: Catalog, place: Place) -> tuple[float, float]:
    """Width and height of the picture with its margins, in units of which a box is 132 wide; the same at every place
    of one use case."""
    try:
        drawn = scene_of(catalog, place)
    except WorkerError:
        return 800.0, 400.0
    return drawn.width + 32.0, drawn.height + 54.0


def use_case_map(catalog: Catalog, place: Place, *, key: str, height: int, name_size: int = 14) -> None:
    """Draw the picture, `height` px high; a click on a part opens its short card."""
    try:
        drawn = scene_of(catalog, place)
    except WorkerError as error:
        st.error(f"The picture cannot be drawn: {error}. The steps tell the same in words.", icon=":material/error:")
        return
    figure = landscape_figure(drawn, theme_mode(), name_size=name_size)
    lit = ", ".join(arrow.name for arrow in drawn.arrows if arrow.lit)
    plotly_graph(
        figure,
        key=key,
        alt=f"{drawn.title}. Lit: {lit}.",
        height=height,
        on_event=lambda kind, option: clicked(catalog, kind, option),
    )
