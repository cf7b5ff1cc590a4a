"""A figure that is given to Streamlit as it was drawn."""

from typing import Any

import streamlit as st
from plotly.basedatatypes import BaseFigure

CONFIG = {"displayModeBar": False, "scrollZoom": False}


class Drawn(BaseFigure):  # type: ignore[misc]
    """A figure of this project, which plotly does not check at each run: that took half of the time of a run.

    Streamlit asks a figure for nothing but its dictionary; the tests check it.
    """

    def __init__(self, figure: dict[str, Any]) -> None:
        self._drawn = figure

    def to_dict(self) -> dict[str, Any]:
        """The figure."""
        return self._drawn


def draw(figure: dict[str, Any], key: str, alt: str) -> None:
    """Draw a figure; `alt` says what it shows to whom it is read."""
    st.plotly_chart(Drawn(figure), key=key, config=CONFIG, theme=None, alt=alt)
