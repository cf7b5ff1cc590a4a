"""What is compared, read from the address and written to it.

`pair` opens a ready comparison by its id; else `service`, two to four times, in the order of the columns.
`only=differences` hides the rows that are the same. `row` marks one. `card` or `connection` is what was clicked on the
picture.
"""

from dataclasses import dataclass, replace

from components.cards.parts import FIRST_PART, every_part_of_any_card, parts_of_card, same_part_of
from components.frame.address import Address, write_address
from components.frame.parameters import Flag, Id, Ids
from data.comparing.comparison import MOST
from data.comparing.tables import row_ids, table_with, tables_of
from data.records import Catalog

PAIR = Id("pair", "a ready comparison", lambda catalog: catalog.comparisons)
SERVICE = Ids("service", "repeatable, in the order of the columns", lambda catalog: catalog.services, most=MOST)
ONLY = Flag("only", "= `differences`", "differences")
ROW = Id("row", "of a table, marked and brought into view", row_ids)
CARD = Id("card", "a service, its card beside the picture", lambda catalog: catalog.services)
CONNECTION = Id("connection", "its card", lambda catalog: catalog.connections)
PART = Id("part", "of the card, such as `limits` or `when-not-to`", every_part_of_any_card)
PARAMETERS = (PAIR, SERVICE, ONLY, ROW, CARD, CONNECTION, PART)


@dataclass(frozen=True)
class Compared:
    """The ids of a ready comparison, or of services in order, whether only differences are shown, the row that is
    marked (None: none), and whose card is open at which part."""

    services: tuple[str, ...] = ()
    pair: str | None = None
    only_differences: bool = False
    row: str | None = None
    card: str | None = None
    connection: str | None = None
    part: str | None = None


def compared_on_this_page(catalog: Catalog) -> tuple[Address, Compared, tuple[str, ...]]:
    """The address that the visitor sees, what it compares, and the services of that in order."""
    address = Address.of_this_page(PARAMETERS, catalog)
    compared = read_compared(address, catalog)
    ready = catalog.comparisons.get(compared.pair or "")
    services = ready.services if ready else compared.services
    if compared.row and not table_with(compared.row, tables_of(catalog, services, ready)):
        address.drop(ROW)
        compared = replace(compared, row=None)
    return address, compared, services


def read_compared(address: Address, catalog: Catalog) -> Compared:
    """What the address compares; a ready comparison brings its own services, so others beside it are left out, and so
    is a part that its card has not."""
    pair, services = address.get(PAIR), address.get(SERVICE)
    if pair is not None and services:
        address.drop(SERVICE)
        services = ()
    connection, part = address.get(CONNECTION), address.get(PART)
    card = None if connection else address.get(CARD)
    if part and part not in parts_of_card(catalog, card, connection):
        address.drop(PART)
        part = None
    return Compared(services, pair, address.get(ONLY), address.get(ROW), card, connection, part)


def write_compared(compared: Compared) -> None:
    """Write it; defaults are absent."""
    write_address(
        {
            PAIR: compared.pair,
            SERVICE: compared.services,
            ONLY: compared.only_differences,
            ROW: compared.row,
            CARD: compared.card,
            CONNECTION: compared.connection,
            PART: compared.part,
        }
    )


def compare_these(compared: Compared, services: tuple[str, ...]) -> None:
    """Compare other services, or the same in another order; a ready comparison is left."""
    write_compared(replace(compared, pair=None, services=services[:MOST], row=None))


def open_card(catalog: Catalog, compared: Compared, service: str) -> None:
    """Open the card of a service of the picture, at the same tab as the one before."""
    part = same_part_of(catalog, service, compared.part, compared.card)
    write_compared(replace(compared, card=service, connection=None, part=part))


def open_connection(compared: Compared, connection: str) -> None:
    """Open the card of a connection of the picture."""
    write_compared(replace(compared, card=None, connection=connection, part=None))


def open_part(compared: Compared, part: str) -> None:
    """Open a part of the card; the first one is the default."""
    write_compared(replace(compared, part=None if part == FIRST_PART else part))


def close_card(compared: Compared) -> None:
    """Close the card, so that what the services share is told again."""
    write_compared(replace(compared, card=None, connection=None, part=None))
