"""The address of the page: a ready example by its id. What somebody brings is never in it."""

from components.frame.address import Address, write_address
from components.frame.parameters import Id
from data.estate.examples import EXAMPLES
from data.records import Catalog

EXAMPLE_IDS = tuple(entry.id for entry in EXAMPLES)
EXAMPLE = Id("example", "a ready example; what somebody uploads is never in the address", lambda _catalog: EXAMPLE_IDS)
PARAMETERS = (EXAMPLE,)


def example_of_this_page(catalog: Catalog) -> tuple[Address, str | None]:
    """The address that the visitor sees, and the example that it names."""
    address = Address.of_this_page(PARAMETERS, catalog)
    return address, address.get(EXAMPLE)


def write_example(example: str | None) -> None:
    """Make the address name this example, or nothing."""
    write_address({EXAMPLE: example})
