"""The address of the page: a ready example by its id. What somebody brings is never in it."""

from components.frame.address import write_address
from components.frame.parameters import Id
from data.estate.examples import EXAMPLES

EXAMPLE_IDS = tuple(entry.id for entry in EXAMPLES)
EXAMPLE = Id("example", "a ready example; what somebody uploads is never in the address", lambda _catalog: EXAMPLE_IDS)
PARAMETERS = (EXAMPLE,)


def write_example(example: str | None) -> None:
    """Make the address name this example, or nothing."""
    write_address({EXAMPLE: example})
