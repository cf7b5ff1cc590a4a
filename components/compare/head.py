"""The title of a comparison, and the way to what its options cost."""

from collections.abc import Sequence

import streamlit as st

from components.frame.cost_link import cost_link
from components.frame.titles import title_page
from components.text.plain_text import plain
from data.costs.places import COMPARISONS, place_of_services
from data.records import Catalog, Comparison


def compare_head(catalog: Catalog, services: Sequence[str], ready: Comparison | None) -> None:
    """Draw the title: of the ready comparison, of the services, or of the page where nothing is compared yet."""
    names = names_of(catalog, services)
    if ready is None and len(names) < 2:
        st.title("Compare", anchor=False)
        return
    title = ready.title if ready else f"{', '.join(names[:-1])} and {names[-1]}"
    title_page(title)
    st.title(plain(title), anchor=False)


def names_of(catalog: Catalog, services: Sequence[str]) -> list[str]:
    """The short names of services, in their order."""
    return [catalog.services[service].short_name for service in services]


def what_each_costs(services: Sequence[str], verdict: Comparison | None) -> None:
    """A link to the model that prices these options, where there is one."""
    cost_link((COMPARISONS.get(verdict.id) if verdict else None) or place_of_services(services), "What each costs")
