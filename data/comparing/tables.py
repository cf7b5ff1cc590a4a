"""The tables of a comparison, and what an address calls their rows."""

from functools import lru_cache

from data.comparing.comparison import Table, compare_options, compare_services
from data.records import Catalog, Comparison
from data.search.words import as_part


def tables_of(catalog: Catalog, services: tuple[str, ...], ready: Comparison | None) -> dict[str, Table]:
    """Those that there are: `options` side by side for a ready comparison that has rows, and `services`."""
    tables = {"options": compare_options(ready)} if ready and ready.rows else {}
    return tables | ({"services": compare_services(catalog, services)} if len(services) > 1 else {})


def table_with(row: str | None, tables: dict[str, Table]) -> str | None:
    """The first table that has a row of this id."""
    return next((name for name, table in tables.items() if any(each.id == row for each in table.rows)), None)


@lru_cache(maxsize=4)
def row_ids(catalog: Catalog) -> frozenset[str]:
    """The ids of all rows that a comparison can have: of the ready ones, and of services side by side."""
    options = (as_part(row.title) for comparison in catalog.comparisons.values() for row in comparison.rows)
    return frozenset((*options, *(row.id for row in compare_services(catalog, tuple(catalog.services)).rows)))
