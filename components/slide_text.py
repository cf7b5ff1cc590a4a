"""The words of a slide in large type, as large as their space allows."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from components.cited import text_date
from data.records import Source

_CSS = """
.ldg-slide { box-sizing: border-box; overflow: hidden; font-family: var(--st-font); color: var(--st-text-color); line-height: 1.35; }
.ldg-slide h2 { margin: 0 0 0.15em; padding: 0; font: inherit; font-size: 1.08em; font-weight: 650; line-height: 1.25; }
.ldg-slide h3 { margin: 0 0 0.4em; padding: 0 0 0.25em; font: inherit; font-size: 1.12em; font-weight: 650; line-height: 1.25;
  border-bottom: 2px solid var(--st-border-color); }
.ldg-slide p, .ldg-slide div, .ldg-slide section, .ldg-slide ul { margin: 0; font-size: 1em; }
.ldg-slide .ldg-note { margin-top: 0.35em; font-size: 0.76em; }
.ldg-slide .ldg-badge { margin-left: 0.6em; padding: 0.1em 0.6em; font-size: max(0.6em, 12px); font-weight: 400; vertical-align: middle;
  border: 1px solid var(--st-border-color); border-radius: 1em; }
.ldg-slide .ldg-columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr)); gap: 1em 2em; }
.ldg-slide ul { padding: 0; list-style: none; }
.ldg-slide li { margin: 0 0 0.5em; padding-left: 0.8em; border-left: 3px solid var(--st-border-color); font-size: 1em; }
.ldg-slide .ldg-sources { margin-top: 0.5em; font-size: max(0.56em, 12px); }
.ldg-slide a { color: var(--st-link-color); }
"""

_mount = st.components.v2.component(
    "slide_text",
    html='<div class="ldg-slide"></div>',
    css=_CSS,
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class Column:
    """A heading with its points; `label` marks what is our judgement."""

    title: str
    points: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True)
class Words:
    """What a slide says: plain text, all of it. A note stands below the text, in smaller type; sources are (title, address)."""

    title: str = ""
    text: str = ""
    note: str = ""
    columns: tuple[Column, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()


def named(sources: Iterable[Source]) -> tuple[tuple[str, str], ...]:
    """Sources as (title with the date of the text, address)."""
    return tuple((f"{source.title}, text of {text_date(source.read_on)}", source.url) for source in sources)


def slide_text(words: Words, *, key: str, height: int, largest: int) -> None:
    """Show `words` in a space of `height` px, in type of up to `largest` px."""
    _mount(data={**asdict(words), "height": height, "largest": largest}, key=key, height="content")
