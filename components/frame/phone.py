"""What narrow screens need on every page: tools in one row, cards as sheets over the picture, a menu that says so."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__)

_mount = st.components.v2.component(
    "phone",
    html='<span class="ldg-phone" hidden></span>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,  # It styles the page around it.
)


def fit_phones() -> None:
    """Style the page on narrow screens; nothing elsewhere."""
    _mount(key="phone", width="content", height="content")
