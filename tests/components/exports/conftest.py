"""What the tests of exports share."""

from collections.abc import Iterator

import pytest

from components.worker.worker import DRAWINGS
from data.records import Catalog
from tests.components.exports.records import hostile_catalog


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return hostile_catalog(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session", autouse=True)
def worker() -> Iterator[None]:
    """Ends the worker process after the tests, so that no pipe stays open."""
    yield
    DRAWINGS.close()
