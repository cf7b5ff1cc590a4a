"""The app with a generated catalog of 500 services and 2,000 connections: `uvicorn tests.bench.large_app:app`."""

import data.catalog
from data.estate.sorts import sorts
from data.records import Catalog
from tests.generated_catalog import generated_catalog

read_catalog = data.catalog.load_catalog


def _large() -> Catalog:
    return generated_catalog(read_catalog(), 500, 2000)


sorts()  # The table of kinds of resources names services of the real catalog, so it is read with that one.
data.catalog.catalog.cache_clear()
data.catalog.load_catalog = _large

from streamlit_app import app  # noqa: E402 (it reads the catalog when it starts)

__all__ = ["app"]
