"""Which services have all that is asked for."""

import streamlit as st

from components.frame.menu import link_to_page
from components.matrix.address import Looking
from components.text.plain_text import plain
from data.comparing.matrix import Matrix, services_of_matrix
from data.records import Catalog

COMPARABLE = range(2, 5)


def what_remains(catalog: Catalog, looking: Looking, shown: Matrix) -> None:
    """Draw how many services have all that is wanted for, their names, and the ways on to map and comparison."""
    every = len(services_of_matrix(catalog))
    wanted = looking.filter
    if not wanted.capabilities:
        st.markdown(f"**{every} services by {len(shown.capabilities)} capabilities**")
    elif not shown.services:
        st.markdown(
            "**No service has all of these.** Take one away"
            + (", or let “partly” count." if not wanted.partly else ".")
        )
    else:
        names = ", ".join(service.short_name for service in shown.services)
        st.markdown(
            f"**{len(shown.services)} of {every} services** "
            f"{plain(wanted.describe(catalog).removeprefix('Services '))}: {plain(names)}"
        )
    if wanted.capabilities and shown.services:
        on_map: dict[str, str | list[str]] = {"capability": list(wanted.capabilities)}
        link_to_page("", "See them on the map", **on_map, **({} if wanted.partly else {"partly": "0"}))
        if len(shown.services) in COMPARABLE:
            link_to_page("compare", "Compare them", service=[service.id for service in shown.services])
