"""The gallery's filter and the service that is open, read from the address and written to it."""

from components.cards.parts import every_part
from components.frame.address import Address, write_address
from components.frame.parameters import FreeText, Id, Ids
from data.landscape.filters import LandscapeFilter
from data.records import Catalog, Service

SERVICE = Id("service", "opened", lambda catalog: catalog.services)
CATEGORY = Ids("category", "repeatable", lambda catalog: [entry.id for entry in catalog.taxonomy.categories])
PART = Id("part", "of the card that is open, such as `limits`, `what-is-billed` or `trouble-ID`", every_part)
TEXT = FreeText("q", "words to search for")
PARAMETERS = (SERVICE, PART, CATEGORY, TEXT)


def services_of_this_page(catalog: Catalog) -> tuple[Address, LandscapeFilter, Service | None]:
    """The address that the visitor sees, the filter in it, and the service that it opens."""
    address = Address.of_this_page(PARAMETERS, catalog)
    return address, read_filter(address), catalog.services.get(address.get(SERVICE) or "")


def read_filter(address: Address) -> LandscapeFilter:
    """The filter of the gallery; it stays while a service is open."""
    return LandscapeFilter(categories=address.get(CATEGORY), text=address.get(TEXT))


def write_filter(chosen_filter: LandscapeFilter, service: str | None = None, part: str | None = None) -> None:
    """Write the filter, the service that is open, and the part of its card, to the address."""
    write_address({SERVICE: service, PART: part, CATEGORY: chosen_filter.categories, TEXT: chosen_filter.text})
