"""The page of use cases: the list of them, or one with its steps."""

import streamlit as st

from components.cited import Citations
from components.plain_text import plain
from components.url_state import Address, write_address
from data.catalog import Catalog


def show_use_cases(of: Catalog) -> None:
    """Draw the use case that the address opens, or the list of all."""
    address = Address.of_this_page()
    opened = address.one("use_case", of.use_cases)
    address.notice()
    if opened is None:
        st.title("Use cases", anchor=False)
        for use_case in of.use_cases.values():
            st.button(plain(use_case.title), key=f"open-{use_case.id}", type="tertiary", on_click=write_address, args=([("use_case", use_case.id)],))
            st.markdown(plain(use_case.problem))
        return
    use_case = of.use_cases[opened]
    cited = Citations(of, use_case.sources)
    st.title(plain(use_case.title), anchor=False)
    st.markdown(plain(use_case.problem))
    for number, step in enumerate(use_case.steps, start=1):
        st.markdown(f"{number}. **{plain(step.title)}**: {plain(step.text)} {cited.mark(step.source)}")
    cited.show_sources()
