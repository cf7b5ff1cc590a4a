"""What is compared, read from the address and written to it.

`pair` opens a ready comparison by its id; else `service`, two to four times, in the order of the columns.
`only=differences` hides the rows that are the same. `row` marks one.
"""

from dataclasses import dataclass, replace

from components.frame.address import Address, write_address
from components.frame.parameters import Flag, Id, Ids
from data.comparing.comparison import MOST
from data.comparing.tables import row_ids, table_with, tables_of
from data.records import Catalog

PAIR = Id("pair", "a ready comparison", lambda catalog: catalog.comparisons)
SERVICE = Ids("service", "repeatable, in the order of the columns", lambda catalog: catalog.services, most=MOST)
ONLY = Flag("only", "= `differences`", "differences")
ROW = Id("row", "of a table, marked and brought into view", row_ids)
PARAMETERS = (PAIR, SERVICE, ONLY, ROW)


@dataclass(frozen=True)
class Compared:
    """The ids of a ready comparison, or of services in order, whether only differences are shown, and the row that is
    marked (None: none)."""

    services: tuple[str, ...] = ()
    pair: str | None = None
    only_differences: bool = False
    row: str | None = None


def compared_on_this_page(catalog: Catalog) -> tuple[Address, Compared, tuple[str, ...]]:
    """The address that the visitor sees, what it compares, and the services of that in order."""
    address = Address.of_this_page(PARAMETERS, catalog)
    compared = read_compared(address)
    ready = catalog.comparisons.get(compared.pair or "")
    services = ready.services if ready else compared.services
    if compared.row and not table_with(compared.row, tables_of(catalog, services, ready)):
        address.drop(ROW)
        compared = replace(compared, row=None)
    return address, compared, services


def read_compared(address: Address) -> Compared:
    """What the address compares; a ready comparison brings its own services, so others beside it are left out."""
    pair, services = address.get(PAIR), address.get(SERVICE)
    if pair is not None and services:
        address.drop(SERVICE)
        services = ()
    return Compared(services, pair, address.get(ONLY), address.get(ROW))


def write_compared(compared: Compared) -> None:
    """Write it; defaults are absent."""
    write_address({PAIR: compared.pair, SERVICE: compared.services, ONLY: compared.only_differences, ROW: compared.row})


def compare_these(compared: Compared, services: tuple[str, ...]) -> None:
    """Compare other services, or the same in another order; a ready comparison is left."""
    write_compared(replace(compared, pair=None, services=services[:MOST], row=None))
