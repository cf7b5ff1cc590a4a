"""The keys of a walkthrough, and its voice for screen readers. One step has several keys, and
`st.button(shortcut=...)` takes one."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

import streamlit as st

from components.scripts.in_page import in_page

STEPS = ":material/arrow_forward: or Space, :material/arrow_back:, Home, End"  # in Markdown: from step to step
_mount = in_page(__file__, "walk_keys", '<p class="ldg-voice ldg-unseen" role="status"></p>')


@dataclass(frozen=True)
class Span:
    """Where a walkthrough stands, and the lowest and highest place that it can go to."""

    at: int
    low: int
    high: int


def tell_keys(keys: str) -> None:
    """Say which keys there are, in Markdown, to whoever has some."""
    with st.container(key="keys-told"):
        st.caption(f"Keys: {keys}")


def walk_keys(
    span: Span | None,
    *,
    key: str,
    says: str,
    escape: bool,
    go_to: Callable[[int], None],
    leave: Callable[[], None],
    letters: Mapping[str, Callable[[], None]] = MappingProxyType({}),
) -> None:
    """Listen for keys while this is on the page: Right, Space and PageDown go on, Left and PageUp back, Home and End
    to the ends, Esc leaves, and each of the small `letters` does what it says.

    `says` is told to screen readers whenever it changes. Without `span` nobody walks, and those keys scroll the page.
    Without `escape` Esc is left to others, such as an open card. `go_to` gets a number from `low` to `high`.
    """
    heard = f"{key}-heard"

    def forward() -> None:
        event = st.session_state[key].get("event")
        if not isinstance(event, dict):
            return
        st.session_state[heard] = event.get("number")
        to = event.get("to")
        if event.get("leave") is True:
            leave()
        elif span and isinstance(to, int | float) and span.low <= to <= span.high:
            go_to(int(to))
        elif event.get("letter") in letters:
            letters[str(event["letter"])]()

    # What was heard last goes back, so that two quick presses are two steps, though the answer to the first one is
    # still under way.
    data = {
        **(asdict(span) if span else {}),
        "walks": span is not None,
        "letters": list(letters),
        "says": says,
        "escape": escape,
        "heard": st.session_state.get(heard),
    }
    _mount(data=data, key=key, height="content", on_event_change=forward)
