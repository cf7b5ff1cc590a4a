"""An address to send."""

import streamlit as st

from components.learn.more import full_address


def copyable_address(words: str, **parameters: str | int | None) -> None:
    """An address of this page, ready to copy; parameters that are None are left out."""
    st.caption(words)
    given = {name: value for name, value in parameters.items() if value is not None}
    st.code(full_address(**given), language=None, wrap_lines=True)
