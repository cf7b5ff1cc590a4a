"""What is asked of the table of limits, read from the address and written to it."""

from dataclasses import dataclass, field

from components.frame.address import Address, write_address
from components.frame.parameters import Choice, Flag, FreeText, Id, Ids
from data.comparing.limit_rows import SORTS, LimitFilter, limit_rows
from data.records import Catalog

ADJUSTABLE_WORDS = {"yes": "can be raised", "parameter": "a setting", "no": "fixed", "not stated": "not stated"}

SERVICE = Ids("service", "repeatable", lambda catalog: catalog.services)
CATEGORY = Ids("category", "repeatable", lambda catalog: [entry.id for entry in catalog.taxonomy.categories])
ADJUSTABLE = Ids("adjustable", "repeatable: `yes`, `parameter`, `no`, `not stated`", lambda _: ADJUSTABLE_WORDS)
TEXT = FreeText("q", "words, and sizes such as `at least 1 MB`")
SORT = Choice("sort", "= " + ", ".join(f"`{sort}`" for sort in SORTS[1:]), SORTS)
DESCENDING = Flag("down", "= 1 for the largest or last first")
LIMIT = Id("limit", "= `service.limit`, the row that is marked", limit_rows)
PARAMETERS = (SERVICE, CATEGORY, ADJUSTABLE, TEXT, SORT, DESCENDING, LIMIT)


@dataclass(frozen=True)
class LimitsView:
    """The filter, the column by which rows are sorted, and the row that is marked (None: none)."""

    filter: LimitFilter = field(default_factory=LimitFilter)
    sort: str = SORTS[0]
    descending: bool = False
    limit: str | None = None


def limits_of_this_page(catalog: Catalog) -> tuple[Address, LimitsView]:
    """The address that the visitor sees, and what it asks."""
    address = Address.of_this_page(PARAMETERS, catalog)
    return address, read_limits_view(address)


def read_limits_view(address: Address) -> LimitsView:
    """What the address asks."""
    chosen = LimitFilter(address.get(SERVICE), address.get(CATEGORY), address.get(ADJUSTABLE), address.get(TEXT))
    return LimitsView(chosen, address.get(SORT), address.get(DESCENDING), address.get(LIMIT))


def write_limits_view(limits_view: LimitsView) -> None:
    """Write it to the address; defaults are absent."""
    write_address(
        {
            SERVICE: limits_view.filter.services,
            CATEGORY: limits_view.filter.categories,
            ADJUSTABLE: limits_view.filter.adjustable,
            TEXT: limits_view.filter.text,
            SORT: limits_view.sort,
            DESCENDING: limits_view.descending,
            LIMIT: limits_view.limit,
        }
    )
