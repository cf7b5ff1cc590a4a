"""What is compared, read from the address and written to it.

`pair` opens a ready comparison by its id; else `service`, two to four times, in the order of the columns.
`only=differences` hides the rows that are the same.
"""

from dataclasses import dataclass, replace

from components.frame.address import Address, write_address
from data.comparing.comparison import MOST
from data.records import Catalog


@dataclass(frozen=True)
class Compared:
    """The ids of a ready comparison, or of services in order, and whether only differences are shown."""

    services: tuple[str, ...] = ()
    pair: str | None = None
    only_differences: bool = False


def read_compared(address: Address, catalog: Catalog) -> Compared:
    """What the address compares; a ready comparison brings its own services, so others beside it are left out."""
    pair = address.one("pair", catalog.comparisons)
    services = address.many("service", catalog.services, most=MOST)
    if pair is not None and services:
        address.drop("service")
        services = ()
    return Compared(services, pair, address.one("only", ("differences",)) is not None)


def write_compared(compared: Compared) -> None:
    """Write it; defaults are absent."""
    write_address(
        [
            ("pair", compared.pair),
            ("service", compared.services),
            ("only", "differences" if compared.only_differences else None),
        ]
    )


def compare_these(compared: Compared, services: tuple[str, ...]) -> None:
    """Compare other services, or the same in another order; a ready comparison is left."""
    write_compared(replace(compared, pair=None, services=services[:MOST]))
