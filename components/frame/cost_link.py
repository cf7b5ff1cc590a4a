"""The link to the page of costs, with the question and the inputs that belong to a place."""

from components.frame.menu import link_to_page
from data.costs.places import CostPlace


def cost_link(place: CostPlace | None, label: str) -> None:
    """Draw it; nothing where no question belongs there."""
    if place is not None:
        link_to_page("costs", label, **place.parameters)
