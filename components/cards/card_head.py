"""The head of a card: its name first, and the button that closes it."""

from collections.abc import Callable

import streamlit as st


def head_and_close(head: str, close: Callable[[], None] | None, *, key: str) -> None:
    """Draw the Markdown of a head and, where `close` is given, a button beside it."""
    if close is None:
        st.markdown(head)
        return
    with st.container(horizontal=True, wrap=False, gap="small", key=f"{key}-head"):
        st.markdown(head, width="stretch")
        st.button(":material/close:", key=f"{key}-close", help="Close the card", type="tertiary", on_click=close)
