"""Terms of the glossary in place: a click on one opens its meaning beside it, and not another page."""

from pathlib import Path

import streamlit as st

from components.scripts.modules import script_of

_mount = st.components.v2.component(
    "term_notes",
    html='<div class="ldg-terms"></div>',
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=script_of(Path(__file__).with_suffix(".js")),
    isolate_styles=False,
)


def term_notes() -> None:
    """Let the terms of this page open in place; without scripts they are links to the glossary."""
    _mount(key="term-notes", height="content")
