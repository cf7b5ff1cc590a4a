"""What is wrong with the inputs that an address gives."""

from collections.abc import Sequence

import streamlit as st

from components.text.plain_text import plain
from data.billing.inputs import InputProblem

TOLD = 3


def tell_problems(problems: Sequence[InputProblem]) -> None:
    """Tell the first few, each with what is used instead."""
    for problem in problems[:TOLD]:
        st.warning(plain(problem.sentence), icon=":material/info:")
