"""Small controls: check boxes in a popover, each with how many services it would leave, one of a few, a service,
words to search for.

Streamlit calls back for every control of a page that is left, so a callback does nothing where the choice is what it
was.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeVar

import streamlit as st

from components.text.plain_text import plain
from data.search import LONGEST_QUERY

Option = tuple[str, str]
C = TypeVar("C", bound=str)


def pick_many(
    label: str,
    options: Iterable[Option],
    chosen: tuple[str, ...],
    counts: Mapping[str, int],
    toggle: Callable[[str], None],
    *,
    key: str,
) -> None:
    """Check boxes for `options` (id, name) in the present popover, each with how much of it choosing shows; one that
    would show nothing is disabled and says 0."""

    def changed(option: str, box: str) -> None:
        if st.session_state[box] != (option in chosen):
            toggle(option)

    st.markdown(f"**{plain(label)}**")
    for option, name in options:
        box = f"{key}-{option}"
        st.session_state[box] = option in chosen
        st.checkbox(
            f"{plain(name)} ({counts[option]})",
            key=box,
            disabled=counts[option] == 0 and option not in chosen,
            on_change=changed,
            args=(option, box),
        )


def pick_one(
    label: str,
    options: Mapping[C, str],
    chosen: C | None,
    pick: Callable[[C], None],
    *,
    key: str,
    label_visibility: Literal["visible", "hidden", "collapsed"] = "visible",
) -> None:
    """One of a few options (id to name) in a row, or none so far; choosing calls `pick` with its id."""
    st.session_state[key] = chosen
    st.segmented_control(
        label,
        list(options),
        default=None,
        format_func=options.__getitem__,
        required=chosen is not None,
        key=key,
        on_change=lambda: pick(st.session_state[key]) if st.session_state[key] not in (chosen, None) else None,
        label_visibility=label_visibility,
    )


def pick_service(
    label: str, names: Mapping[str, str], chosen: str | None, pick: Callable[[str | None], None], *, key: str
) -> None:
    """A select box of services (id to name) that may be empty."""
    st.session_state[key] = chosen
    st.selectbox(
        label,
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=key,
        on_change=lambda: pick(st.session_state[key]) if st.session_state[key] != chosen else None,
        placeholder="Choose",
    )


def search_box(
    label: str,
    text: str,
    find: Callable[[str], None],
    *,
    key: str,
    placeholder: str,
    width: int,
    label_visibility: Literal["visible", "hidden", "collapsed"] = "collapsed",
) -> None:
    """A text box that shows `text`, what is searched for now; other words go to `find`. `width` in px."""
    st.session_state[key] = text
    st.text_input(
        label,
        key=key,
        placeholder=placeholder,
        icon=":material/search:",
        max_chars=LONGEST_QUERY,
        label_visibility=label_visibility,
        width=width,
        on_change=lambda: find(st.session_state[key]) if st.session_state[key] != text else None,
    )
