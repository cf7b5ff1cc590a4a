"""What the compared services connect to: as a picture, and in words beside it."""

import streamlit as st

from components.compare.address import Compared, compare_these
from components.picture.figure import landscape_figure
from components.picture.graph import plotly_graph
from components.picture.scene import scene
from components.picture.theme_mode import theme_mode
from components.text.citations import bullets
from components.text.plain_text import plain
from components.worker.worker import WorkerError
from data.comparing.comparison import MOST
from data.comparing.comparison_view import comparison_view, connections_in_words
from data.records import Catalog, Comparison

HEIGHT = 400


def compare_picture(catalog: Catalog, compared: Compared, services: tuple[str, ...], ready: Comparison | None) -> None:
    """Draw the picture and its words; a click on a box adds that service to the comparison."""
    along = (
        tuple(dict.fromkeys(connection for option in ready.options for connection in option.connections))
        if ready
        else ()
    )
    shown = comparison_view(catalog, services, along)
    words, picture = st.columns([1, 2.4], gap="medium")
    with words:
        st.subheader(plain(shown.title), anchor=False)
        st.markdown(bullets(plain(sentence) for sentence in connections_in_words(catalog, services, along)))
        if len(services) < MOST:
            st.markdown(":small[A click on a box of the picture adds that service to the comparison.]")
    with picture:
        try:
            figure = landscape_figure(scene(catalog, shown), theme_mode())
        except WorkerError as error:
            st.error(
                f"The picture cannot be drawn: {error}. The words beside it say the same.", icon=":material/error:"
            )
            return
        lit = f"{len(shown.lit_services)} of {len(shown.services)} services are lit."
        plotly_graph(
            figure,
            key="compare-picture",
            alt=f"{shown.title}. {lit}",
            height=HEIGHT,
            on_event=lambda kind, option: _clicked(catalog, compared, services, kind, option),
        )


def _clicked(catalog: Catalog, compared: Compared, services: tuple[str, ...], kind: str, option: str) -> None:
    """Add a service; ids come from the browser, so unknown ones do nothing."""
    if kind == "service" and option in catalog.services and option not in services and len(services) < MOST:
        compare_these(compared, (*services, option))
