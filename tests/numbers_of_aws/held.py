"""A number of a card, and where a model of AWS says the same."""

from typing import NamedTuple


class Held(NamedTuple):
    """A figure or a statement of a card, and where a model says the same number."""

    service: str
    statement: str
    """Name of a limit, or how the text of a fact begins."""

    client: str
    place: str
    """A shape, `Shape.member` or an operation."""

    says: str
    """`min` or `max` of the shape, or a pattern whose first group is the number in its documentation."""

    divided_by: float = 1
    """What makes the unit of the model ours, such as 3,600 for hours from seconds."""
