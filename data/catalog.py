"""The catalog of this project: every record of `data/`, read once, checked as a whole, and reported on as a whole."""

from functools import lru_cache
from pathlib import Path

from data.loading.reading import CatalogError, Reading
from data.records import Catalog

FOLDER = Path(__file__).resolve().parent


def load_catalog(folder: Path = FOLDER) -> Catalog:
    """Read and check every record under `folder`.

    Errors: CatalogError with every problem found.
    """
    return Reading(folder).catalog()


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    """The catalog of this project, loaded once for the process."""
    return load_catalog()


__all__ = ["CatalogError", "catalog", "load_catalog"]
