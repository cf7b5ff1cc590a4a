"""Brings the part of a card that an address names into view."""

from pathlib import Path

import streamlit as st

_mount = st.components.v2.component(
    "scroll_to_part",
    html='<div class="ldg-scroll"></div>',
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def scroll_to(part: str, heading: str, *, key: str) -> None:
    """Scroll to the `heading` (as it reads on screen) once, when the address has come to `part`."""
    _mount(data={"part": part, "heading": heading}, key=f"{key}-scroll", height="content")
