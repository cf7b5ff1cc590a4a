"""The tables of a comparison: option by option for a ready one, and service by service."""

from components.compare.address import Compared
from components.compare.head import names_of
from components.compare.table import compare_table
from data.comparing.comparison import compare_options, compare_services
from data.records import Catalog, Comparison


def compare_tables(catalog: Catalog, compared: Compared, services: tuple[str, ...], ready: Comparison | None) -> None:
    """Draw those that there are."""
    if ready and ready.rows:
        compare_table(catalog, compare_options(ready), compared, title=ready.title, key="options")
    if len(services) > 1:
        title = " and ".join(names_of(catalog, services))
        compare_table(catalog, compare_services(catalog, services), compared, title=title, key="services")
