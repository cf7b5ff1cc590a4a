"""Components of our own that stand in the page's tree, so that they can style it and any tool can read them."""

from pathlib import Path
from typing import Any

import streamlit as st

from components.scripts.bundle import loading


def in_page(file: str, name: str, html: str, script: Path | None = None) -> Any:
    """Register the component `name`, whose style sheet and script, each where there is one, stand beside the Python
    `file` under its name, or which has another `script`; what comes back draws it."""
    style, beside = (Path(file).with_suffix(ending) for ending in (".css", ".js"))
    script = script or (beside if beside.exists() else None)
    if script:  # What has a script says so until that has come, see `in_page.js`.
        html = html.replace(" ", " data-waits ", 1)
    return st.components.v2.component(
        name,
        html=html,
        css=style.read_text("utf-8") if style.exists() else None,
        js=loading(script) if script else None,
        isolate_styles=False,
    )
