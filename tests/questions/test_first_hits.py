"""What comes first: a table of what somebody types and of what is meant."""

from pathlib import Path

import pytest
import yaml

from data.catalog import Catalog
from data.search import search

MEANT = yaml.safe_load(Path(__file__).with_name("first_hits.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("typed", "kind", "identity"), MEANT, ids=[typed for typed, _, _ in MEANT])
def test_the_first_hit_is_the_one_that_was_meant(catalog: Catalog, typed: str, kind: str, identity: str) -> None:
    first = search(catalog, typed)[0]
    assert (first.found, first.id) == (kind, identity)


def test_the_table_is_long_enough_to_tell() -> None:
    assert len(MEANT) >= 120
