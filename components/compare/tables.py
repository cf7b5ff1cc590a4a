"""The tables of a comparison: option by option for a ready one, and service by service."""

from components.compare.address import Compared
from components.compare.head import names_of
from components.compare.table import compare_table
from data.comparing.tables import table_with, tables_of
from data.records import Catalog, Comparison


def compare_tables(catalog: Catalog, compared: Compared, services: tuple[str, ...], ready: Comparison | None) -> None:
    """Draw those that there are; the row that the address names is marked in the first that has it."""
    tables = tables_of(catalog, services, ready)
    marked = table_with(compared.row, tables)
    for name, table in tables.items():
        title = ready.title if ready and name == "options" else " and ".join(names_of(catalog, services))
        compare_table(catalog, table, compared, title=title, key=name, marked=compared.row if name == marked else None)
