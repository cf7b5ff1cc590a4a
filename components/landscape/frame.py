"""What frames the landscape: the link that leads past the tools to the map, and how panel and tools stand on screens of
all widths (on a phone a card is a sheet over the map)."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__)

_mount = st.components.v2.component(
    "landscape_frame",
    html='<a class="ldg-skip" href="#map">Skip to the map</a>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,  # It styles the page around it.
)


def frame_landscape() -> None:
    """Draw the link, before everything else of the page."""
    _mount(key="landscape-frame", width="content", height="content")
