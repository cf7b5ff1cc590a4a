"""What of the files could not be read."""

import streamlit as st

from components.estate.held import Held
from components.text.plain_text import plain


def tell_not_read(now: Held) -> None:
    """Tell it above everything, because it may be what matters."""
    if now.estate.problems:
        st.warning(
            f"{plain(str(now.estate.problems[0]))}"
            + (
                f" And {len(now.estate.problems) - 1} more, below the list of resources."
                if len(now.estate.problems) > 1
                else ""
            ),
            icon=":material/report:",
        )
