"""A button that fills the whole screen with the page, as the browser itself does it."""

from pathlib import Path

import streamlit as st

from components.scripts.modules import script_of

_mount = st.components.v2.component(
    "browser_screen",
    html='<div class="ldg-browser-screen"></div>',
    css=Path(__file__).with_suffix(".css").read_text("utf-8"),
    js=script_of(Path(__file__).with_suffix(".js")),
    isolate_styles=False,
)


def browser_screen() -> None:
    """Draw the button; nothing where the browser, or the frame around the page, does not allow it."""
    _mount(key="browser-screen", height="content", width="content")
