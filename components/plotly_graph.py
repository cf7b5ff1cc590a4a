"""A Plotly figure that stays on the page while the figure changes.

`st.plotly_chart` makes a new chart of every new figure, and zoom and pan are lost. This component keeps one plot and hands it
the new figure. It also reports clicks on single lines, and lists everything that can be clicked for keyboard and screen reader.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import plotly
import streamlit as st

EVENTS = frozenset({"service", "connection", "clear", "legend-category", "legend-kind", "direction", "depth"})

# One script in several files; `graph.js` has the function that Streamlit calls.
JS = "\n".join(
    (Path(__file__).resolve().parent / "plot" / f"{name}.js").read_text(encoding="utf-8") for name in ("graph", "item_list", "pinch", "keys", "geometry")
)

# Below the root of the app; `components.server` serves the script there, straight from the package `plotly`.
SCRIPT = f"assets/plotly-{plotly.__version__}.min.js"

CSS = """
.ldg-head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; min-height: 44px; padding-bottom: 4px; }
.ldg-head[hidden] { display: none; }
.ldg-root .ldg-title { margin: 0; padding: 0; font: inherit; font-weight: 700; letter-spacing: normal; }
.ldg-aside { font-size: 14px; opacity: 0.8; }
.ldg-title + .ldg-aside { margin-right: auto; }
.ldg-choices { display: inline-flex; align-items: center; }
.ldg-choices .ldg-aside { margin-right: 8px; }
.ldg-choice { min-width: 36px; min-height: 36px; margin-left: -1px; padding: 2px 10px; font: inherit; font-size: 14px; color: inherit;
  background: var(--st-background-color); border: 1px solid var(--st-border-color); cursor: pointer; }
.ldg-aside + .ldg-choice { border-radius: var(--st-button-radius) 0 0 var(--st-button-radius); }
.ldg-choice:last-child { border-radius: 0 var(--st-button-radius) var(--st-button-radius) 0; }
.ldg-choice:hover { border-color: var(--st-text-color); z-index: 1; }
.ldg-choice:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; z-index: 2; }
.ldg-choice[aria-pressed="true"] { position: relative; z-index: 1; font-weight: 600; color: var(--st-primary-color);
  background: color-mix(in srgb, var(--st-primary-color) 12%, var(--st-background-color)); border-color: var(--st-primary-color); }
.ldg-root { font-family: var(--st-font); color: var(--st-text-color); }
.ldg-figure { position: relative; }
.ldg-scroll { overflow-x: auto; overflow-y: hidden; }
.ldg-plot { position: relative; width: 100%; touch-action: pan-x pan-y; }
.ldg-scroll.ldg-narrow .ldg-plot { width: var(--ldg-min-width); }
.ldg-plot.ldg-hit .nsewdrag { cursor: pointer; }
.ldg-plot .modebar--hover:focus-within { opacity: 1; }
.ldg-ring { position: absolute; box-sizing: border-box; z-index: 1; pointer-events: none;
  border: 3px solid var(--st-primary-color); border-radius: 10px;
  box-shadow: 0 0 0 2px var(--st-background-color), inset 0 0 0 1px var(--st-background-color); }
.ldg-ring.ldg-round { border-radius: 50%; }
.ldg-ring[hidden] { display: none; }
.ldg-list { position: absolute; left: 0; bottom: 0; width: 1px; height: 1px; margin: 0; padding: 0;
  overflow: hidden; clip-path: inset(50%); list-style: none; white-space: nowrap; }
.ldg-error { padding: 1rem; border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); }
.ldg-error[hidden] { display: none; }
.ldg-legend { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 8px; }
.ldg-keys { display: flex; flex-wrap: wrap; gap: 4px; }
.ldg-key { display: inline-flex; align-items: center; gap: 6px; min-height: 28px; padding: 2px 8px; font: inherit;
  font-size: 13px; text-align: left; color: inherit; background: transparent; border: 1px solid transparent;
  border-radius: var(--st-button-radius); cursor: pointer; }
.ldg-key:hover:enabled { border-color: var(--st-text-color); }
.ldg-key:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
.ldg-key[aria-pressed="true"] { font-weight: 600; border-color: var(--st-text-color);
  background: var(--st-secondary-background-color); }
.ldg-key:disabled { cursor: not-allowed; }
.ldg-key:disabled .ldg-swatch { opacity: 0.4; }
.ldg-key:disabled .ldg-name { text-decoration: line-through; }
.ldg-swatch { flex: none; width: 20px; height: 20px; border-radius: 4px; }
.ldg-swatch img { display: block; width: 100%; height: 100%; }
.ldg-line { flex: none; width: 32px; height: 12px; }
.ldg-count { font-variant-numeric: tabular-nums; }
"""

_mount = st.components.v2.component(
    "landscape_graph",
    html='<div class="ldg-root"></div>',
    css=CSS,
    js=JS,
    isolate_styles=False,  # In the page's own tree, so that any tool finds the plot and can read its `layout.meta`.
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A few options (id to name) in the head of the graph, one of them chosen; pressing one is an event of kind `kind`, with its id."""

    kind: str
    name: str
    options: Mapping[str, str]
    chosen: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the plot: a title, how much is shown, and what can be chosen for it."""

    title: str
    note: str
    choices: tuple[Choice, ...] = ()


def plotly_graph(
    figure: dict[str, Any],
    *,
    key: str,
    alt: str,
    height: int,
    on_event: Callable[[str, str], None] | None,
    head: Head | None = None,
) -> None:
    """Draw `figure`, `{data, layout}` of plain lists and numbers, `height` pixels high, with `head` above it and a legend below it.

    `on_event(kind, id)` runs before the next run of the fragment or page around it; `kind` is one of `EVENTS`, and `id` is ""
    for "clear". The browser supplies both: look `id` up before using it. `alt` says in one sentence what the picture shows.
    """

    def forward() -> None:
        event = st.session_state[key].get("event")
        if on_event is None or not isinstance(event, dict):
            return
        kind, identity = event.get("kind"), event.get("id")
        if kind in EVENTS and isinstance(identity, str):
            on_event(kind, identity)

    data = {"figure": figure, "alt": alt, "height": height, "script": SCRIPT, "live": on_event is not None, "head": head and _told(head)}
    _mount(data=data, key=key, height="content", on_event_change=forward)


def _told(head: Head) -> dict[str, Any]:
    choices = [
        {"kind": choice.kind, "name": choice.name, "keys": [{"id": key, "name": name, "pressed": key == choice.chosen} for key, name in choice.options.items()]}
        for choice in head.choices
    ]
    return {"title": head.title, "note": head.note, "choices": choices}
