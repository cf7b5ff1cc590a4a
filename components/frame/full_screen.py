"""The frame of a presentation: no bar of Streamlit above it, and the size of the page, so that a slide fits it."""

from dataclasses import dataclass

import streamlit as st

from components.scripts.in_page import in_page

KEY = "full-screen"

_mount = in_page(__file__, "full_screen", '<span class="ldg-full-screen" hidden></span>')


@dataclass(frozen=True)
class Screen:
    """The width that Streamlit leaves to the page, and the height of the window, in px."""

    width: int
    height: int


USUAL = Screen(1232, 720)  # of a window of 1280 x 720


def full_screen(*, keep: bool) -> Screen:
    """Show the app in Streamlit's embedded form, which has no toolbar, as long as this is on the page; its size, the
    usual one until it is known.

    With `keep` that form stays afterwards.
    """
    _mount(data={"keep": keep}, key=KEY, height="content", on_size_change=lambda: None)
    return _size(st.session_state.get(KEY, {}).get("size"))


def _size(told: object) -> Screen:
    """What the browser told, held within reason."""
    if isinstance(told, list) and len(told) == 2 and all(isinstance(side, int | float) for side in told):
        return Screen(int(min(max(told[0], 280), 7680)), int(min(max(told[1], 320), 4320)))
    return USUAL
