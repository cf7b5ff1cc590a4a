"""What is asked of the matrix, read from the address and written to it.

`capability` (repeatable, all have to hold), `partly=0` where a capability on a condition does not count,
`cell=<service-id>.<capability-id>` of the cell whose note and sources are shown.
"""

from dataclasses import dataclass, field

from components.frame.address import Address, write_address
from data.comparing.matrix import services_of_matrix
from data.landscape.filters import LandscapeFilter
from data.records import Catalog


@dataclass(frozen=True)
class Looking:
    """The filter, and the cell (service id, capability id) that is open."""

    filter: LandscapeFilter = field(default_factory=LandscapeFilter)
    cell: tuple[str, str] | None = None


def read_looking(address: Address, catalog: Catalog) -> Looking:
    """What the address asks."""
    capabilities = [entry.id for entry in catalog.taxonomy.capabilities]
    asked = LandscapeFilter(
        capabilities=address.many("capability", capabilities),
        partly=address.one("partly", ("0",)) is None,
    )
    cells = {
        f"{service.id}.{capability}": (service.id, capability)
        for service in services_of_matrix(catalog)
        for capability in capabilities
    }
    opened = address.one("cell", cells)
    return Looking(asked, cells[opened] if opened else None)


def write_looking(looking: Looking) -> None:
    """Write it to the address; defaults are absent."""
    write_address(
        [
            ("capability", looking.filter.capabilities),
            ("partly", None if looking.filter.partly else "0"),
            ("cell", ".".join(looking.cell) if looking.cell else None),
        ]
    )
