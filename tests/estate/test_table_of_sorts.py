"""The table of kinds of resources is refused before anybody brings a template, with every problem named by field."""

from pathlib import Path

import pytest

from data.catalog import FOLDER, CatalogError
from data.estate.sorts import NAME, read_sorts
from data.records import Catalog

TABLE = (FOLDER / NAME).read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  service: dynamodb\n", "  service: nowhere\n", "0: unknown service 'nowhere'"),
        ("  service: dynamodb\n", "", "0.service: Field required"),
        ("- id: dynamodb-table\n", "- id: opensearch-domain\n", "'opensearch-domain' stands twice"),
        ("[dynamodb-table]", "[dynamodb-table, 2]", "0.modules.1: Input should be a valid string"),
        ("[aws_dynamodb_table]", "[aws_dynamodb_table, aws_dynamodb_table]", "0: aws_dynamodb_table stands twice"),
        ("id: opensearch-domain\n", "id: domain\n", "there is no 'opensearch-domain'"),
        ("- id: dynamodb-table\n", "\t- id: dynamodb-table\n", "not readable as YAML"),
    ],
)
def test_what_is_wrong_with_the_table_is_told_by_field(
    old: str, new: str, expected: str, catalog: Catalog, tmp_path: Path
) -> None:
    assert old in TABLE
    (tmp_path / NAME).parent.mkdir()
    (tmp_path / NAME).write_text(TABLE.replace(old, new, 1), "utf-8")
    with pytest.raises(CatalogError) as raised:
        read_sorts(tmp_path, catalog)
    assert all(problem.startswith("estate/types.yaml: ") for problem in raised.value.problems)
    assert any(expected in problem for problem in raised.value.problems), raised.value.problems


def test_a_table_that_is_gone_is_told(catalog: Catalog, tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"estate/types\.yaml: the file is missing"):
        read_sorts(tmp_path, catalog)
