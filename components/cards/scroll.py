"""Brings the part of a card that an address names into view, and puts the part of a heading into the address when its
link is used."""

from collections.abc import Callable

import streamlit as st

from components.cards.parts import Parts
from components.scripts.in_page import in_page

_mount = in_page(__file__, "scroll_to_part", '<div class="ldg-to-part"></div>')


def scroll_to(part: str, heading: str, *, key: str) -> None:
    """Scroll to the `heading` (as it reads on screen) once, when the address has come to `part`."""
    _mount(data={"part": part, "heading": heading, "parts": {}}, key=f"{key}-scroll", height="content")


def follow_parts(known: Parts, part: str | None, go_to: Callable[[str], None], *, key: str) -> None:
    """Scroll to the heading of `part` once, when the address has come to it; `go_to` is called with the id of a part
    whose heading's link is used."""

    def linked() -> None:
        event = st.session_state[f"{key}-parts"].get("event")
        chosen = event.get("part") if isinstance(event, dict) else None
        if isinstance(chosen, str) and chosen in known:
            go_to(chosen)

    data = {
        "part": part or "",
        "heading": known[part].heading if part in known else "",
        "parts": {place.heading: name for name, place in known.items() if place.heading},
    }
    _mount(data=data, key=f"{key}-parts", height="content", on_event_change=linked)
