"""A Plotly figure that stays on the page while the figure changes.

`st.plotly_chart` makes a new chart of every new figure, and zoom and pan are lost. This component keeps one plot and
hands it the new figure. It also reports clicks on single lines, and lists everything that can be clicked for keyboard
and screen reader.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.picture.graph_files import CSS, JS, SCRIPT

EVENTS = frozenset({"service", "connection", "clear", "legend-category", "legend-kind", "direction", "depth", "scope"})

_mount = st.components.v2.component(
    "landscape_graph",
    html='<div class="ldg-root"></div>',
    css=CSS,
    js=JS,
    isolate_styles=False,  # In the page's own tree, so that any tool finds the plot and can read its `layout.meta`.
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A few options (id to name) in the head of the graph, one of them chosen; pressing one is an event of kind
    `kind`, with its id."""

    kind: str
    name: str
    options: Mapping[Any, str]
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
    """Draw `figure`, `{data, layout}` of plain lists and numbers, `height` pixels high, with `head` above it and a
    legend below it.

    `on_event(kind, id)` runs before the next run of the fragment or page around it; `kind` is one of `EVENTS`, and
    `id` is "" for "clear". The browser supplies both: look `id` up before using it. `alt` says in one sentence what
    the picture shows.
    """

    def forward() -> None:
        event = st.session_state[key].get("event")
        if on_event is None or not isinstance(event, dict):
            return
        kind, identity = event.get("kind"), event.get("id")
        if kind in EVENTS and isinstance(identity, str):
            on_event(kind, identity)

    data = {
        "figure": figure,
        "alt": alt,
        "height": height,
        "script": SCRIPT,
        "live": on_event is not None,
        "head": head and _told(head),
    }
    _mount(data=data, key=key, height="content", on_event_change=forward)


def _told(head: Head) -> dict[str, Any]:
    choices = [
        {
            "kind": choice.kind,
            "name": choice.name,
            "keys": [
                {"id": key, "name": name, "pressed": key == choice.chosen} for key, name in choice.options.items()
            ],
        }
        for choice in head.choices
    ]
    return {"title": head.title, "note": head.note, "choices": choices}
