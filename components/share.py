"""The address of what is shown, ready to copy."""

from pathlib import Path
from urllib.parse import quote

import streamlit as st

_CSS = """
.ldg-copy { position: relative; display: inline-flex; align-items: center; gap: 1rem; font-family: var(--st-font); }
.ldg-copy button { display: inline-flex; align-items: center; justify-content: center; gap: 0.5rem; min-height: 2.5rem; padding: 0.25rem 0.75rem;
  font: inherit; font-size: 0.875rem; line-height: 1.6; white-space: nowrap; color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius); cursor: pointer; }
.ldg-copy button:hover { color: var(--st-primary-color); border-color: var(--st-primary-color); }
.ldg-copy button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
.ldg-copy a { font-size: 0.875rem; white-space: nowrap; color: var(--st-link-color); }
.ldg-copy svg { flex: none; width: 1.1rem; height: 1.1rem; fill: currentColor; }
.ldg-copy .ldg-words { display: inline-grid; text-align: left; }
.ldg-copy .ldg-words > * { grid-area: 1 / 1; }
.ldg-copy [aria-hidden=true].ldg-off { visibility: hidden; }
.ldg-copy input { width: min(22rem, 70vw); min-height: 2.5rem; padding: 0.25rem 0.75rem; font: inherit; font-size: 0.875rem; color: var(--st-text-color);
  background: var(--st-secondary-background-color); border: 1px solid var(--st-primary-color); border-radius: var(--st-button-radius); }
.ldg-copy [hidden] { display: none; }
.ldg-copy .ldg-told { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
"""

_mount = st.components.v2.component(
    "copy_link",
    html='<div class="ldg-copy"></div>',
    css=_CSS,
    js=(Path(__file__).parent / "copy_link.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def copy_link() -> None:
    """A button that copies the full address of this very view; where the browser forbids that, it shows the address, selected.

    Inside another page a link beside it opens the same in a tab of its own.
    """
    _mount(data={"embedded": bool(st.context.is_embedded)}, key="copy-link", width="content", height="content")


def address_of_this_view() -> str:
    """The address that shows exactly this again."""
    query = "&".join(f"{_quoted(name)}={_quoted(value)}" for name in st.query_params for value in st.query_params.get_all(name))
    page = (st.context.url or "").partition("?")[0]
    return f"{page}?{query}" if query else page


def _quoted(text: str) -> str:
    return quote(text, safe="")
