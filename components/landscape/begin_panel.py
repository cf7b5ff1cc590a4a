"""Where to begin, for somebody who has asked nothing yet."""

import streamlit as st

from components.frame.menu import link_to_page
from data.learn.stops import minutes_of
from data.records import Catalog

MOST_STORIES = 4


def begin_panel(catalog: Catalog) -> None:
    """Draw what can be done with the map, and the first use cases of the catalog."""
    st.subheader("Where to begin", anchor=False)
    st.markdown(
        "Boxes are services, lines are connections: from what produces data on the left to what shows it on the"
        " right.\n\n"
        "- **Click a box** for its card, **a line** for what flows along it.\n"
        "- **Filter** by use case, category or kind of connection; the legend filters as well.\n"
        "- **Search** the map by name or purpose, or everything with **Ctrl K**: “400 KB”, “throttled”.\n"
        "- **Path** tells how data gets from one service to another, and who calls whom.\n"
        "- Every view has its own address: share it with **Copy link**."
    )
    if "tour" in catalog.paths:
        minutes = minutes_of(catalog.paths["tour"])
        link_to_page("learn", f"New here? The tour takes {minutes} minutes", path="tour", stop="1")
    st.markdown("**Or walk through a use case**")
    for use_case in list(catalog.use_cases.values())[:MOST_STORIES]:
        link_to_page("use-cases", use_case.title, use_case=use_case.id)
