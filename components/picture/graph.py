"""A Plotly figure that stays on the page while the figure changes.

`st.plotly_chart` makes a new chart of every new figure, and zoom and pan are lost. This component keeps one plot and
hands it the new figure. It also reports clicks on single lines, and lists everything that can be clicked for keyboard
and screen reader.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from components.picture.graph_events import Event, read_event
from components.picture.plot_script import SCRIPT
from components.scripts.in_page import in_page

_mount = in_page(
    __file__, "landscape_graph", '<div class="ldg-root"></div>', Path(__file__).parent / "scripts" / "graph.js"
)


@dataclass(frozen=True, slots=True)
class Switch:
    """A few options (id to name) in the head of the graph, one of them chosen; pressing one is `Pressed(group, id)`."""

    group: str
    name: str
    options: Mapping[Any, str]
    chosen: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """An option that is on or off, what it says of itself, and whether it has to stay as it is."""

    id: str
    name: str
    on: bool
    says: str
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Toggles:
    """Options of which any may be on; pressing one is `Pressed(group, id)`."""

    group: str
    name: str
    keys: tuple[Toggle, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the plot: a title (none where the page has told it already), how much is shown, and what can be
    chosen for it; `rows` below these. `level` is that of the title among the page's headings."""

    title: str
    note: str
    switches: tuple[Switch, ...] = ()
    rows: tuple[Toggles, ...] = ()
    level: int = 1


def plotly_graph(
    figure: dict[str, Any],
    *,
    key: str,
    alt: str,
    height: int,
    on_event: Callable[[Event], None] | None,
    head: Head | None = None,
    clears: bool | None = None,
    answers_at: str | None = None,
) -> None:
    """Draw `figure`, `{data, layout}` of plain lists and numbers, `height` pixels high, with `head` above it and a
    legend below it.

    `on_event` runs before the next run of the fragment or page around it. `alt` says in one sentence what the picture
    shows. `clears` says whether a click on empty space or Esc has something to clear: by default, whether the figure
    says that something is selected. `answers_at` is the CSS selector of the place where what was clicked is told: until
    the answer is there, its name stands there.
    """

    def forward() -> None:
        event = read_event(st.session_state[key].get("event"))
        if on_event is not None and event is not None:
            on_event(event)

    selects = figure.get("layout", {}).get("meta", {}).get("selected") is not None
    data = {
        "figure": figure,
        "alt": alt,
        "height": height,
        "script": SCRIPT,
        "live": on_event is not None,
        "clears": on_event is not None and (selects if clears is None else clears),
        "head": head and _told(head),
        "answers_at": answers_at,
    }
    _mount(data=data, key=key, height="content", on_event_change=forward)


def _told(head: Head) -> dict[str, Any]:
    switches = [
        {
            "event": switch.group,
            "name": switch.name,
            "keys": [
                {"id": key, "name": name, "pressed": key == switch.chosen} for key, name in switch.options.items()
            ],
        }
        for switch in head.switches
    ]
    rows = [
        {
            "event": row.group,
            "name": row.name,
            "keys": [
                {"id": key.id, "name": key.name, "pressed": key.on, "says": key.says, "disabled": key.stays}
                for key in row.keys
            ],
        }
        for row in head.rows
    ]
    return {"title": head.title, "level": head.level, "note": head.note, "choices": switches, "rows": rows}
