"""What the tests of the helper share."""

from pathlib import Path

import pytest

from data.records import Catalog
from tests.data.choosing.small_decision import small
from tests.tiny_catalog import documents, tiny_catalog


@pytest.fixture
def tiny(tmp_path: Path) -> Catalog:
    return tiny_catalog(tmp_path, {**documents(), "decision.yaml": small()})
