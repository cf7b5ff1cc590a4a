"""The menu of a narrow screen, as a screen reader meets it."""

from pathlib import Path

import streamlit as st

_mount = st.components.v2.component(
    "phone_menu",
    html='<span class="ldg-phone-menu" hidden></span>',
    css=".stElementContainer:has(.ldg-phone-menu) { position: absolute; width: 0; height: 0; }",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def phone_menu() -> None:
    """Let the menu be links in groups, so that no list holds what is no item of it."""
    _mount(key="phone-menu", height="content")
