"""What is asked of the matrix, read from the address and written to it.

`capability` (repeatable, all have to hold), `partly=0` where a capability on a condition does not count,
`cell=<service-id>.<capability-id>` of the cell whose note and sources are shown.
"""

from dataclasses import dataclass, field

from components.frame.address import Address, write_address
from components.frame.parameters import Flag, Id, Ids
from data.comparing.matrix import Matrix, matrix, services_of_matrix
from data.landscape.filters import LandscapeFilter
from data.records import Catalog


def cells_of(catalog: Catalog) -> dict[str, tuple[str, str]]:
    """Every cell of the matrix as the address names it: the ids of its service and its capability."""
    return {
        f"{service.id}.{capability.id}": (service.id, capability.id)
        for service in services_of_matrix(catalog)
        for capability in catalog.taxonomy.capabilities
    }


CAPABILITY = Ids(
    "capability", "repeatable, all have to hold", lambda catalog: [entry.id for entry in catalog.taxonomy.capabilities]
)
PARTLY = Flag("partly", "= 0 where a capability on a condition does not count", "0")
CELL = Id("cell", "= `service.capability`", cells_of)
PARAMETERS = (CAPABILITY, PARTLY, CELL)


@dataclass(frozen=True)
class Looking:
    """The filter, and the cell (service id, capability id) that is open."""

    filter: LandscapeFilter = field(default_factory=LandscapeFilter)
    cell: tuple[str, str] | None = None


def matrix_of_this_page(catalog: Catalog) -> tuple[Address, Looking, Matrix]:
    """The address that the visitor sees, what it asks, and the part of the matrix that answers it."""
    address = Address.of_this_page(PARAMETERS, catalog)
    looking = read_looking(address, catalog)
    return address, looking, matrix(catalog, looking.filter.services(catalog))


def read_looking(address: Address, catalog: Catalog) -> Looking:
    """What the address asks."""
    opened = address.get(CELL)
    return Looking(
        LandscapeFilter(capabilities=address.get(CAPABILITY), partly=not address.get(PARTLY)),
        cells_of(catalog)[opened] if opened else None,
    )


def write_looking(looking: Looking) -> None:
    """Write it to the address; defaults are absent."""
    write_address(
        {
            CAPABILITY: looking.filter.capabilities,
            PARTLY: not looking.filter.partly,
            CELL: ".".join(looking.cell) if looking.cell else None,
        }
    )
