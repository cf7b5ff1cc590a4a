"""A table of Regions that is cut, torn or of another catalog is told at the start, not on a page."""

from pathlib import Path

import pytest

from data.catalog import load_catalog
from data.loading.reading import CatalogError
from tests.tiny_catalog import documents, tiny_catalog, write_documents

HEAD = "botocore,partition,region,name,db:store\n"
ROW = "1.0,aws,us-east-1,N. Virginia,yes\n"
BROKEN = {
    "empty": ("", "row 1: does not begin with botocore"),
    "of one row": (HEAD, "(whole file): no Region"),
    "without services": (
        "botocore,partition,region,name\n1.0,aws,us-east-1,N. Virginia\n",
        "(whole file): no Region, or no service",
    ),
    "cut within a row": (HEAD + ROW + "1.0,aws,us-ea", "row 3: needs 4 texts and 1 answers"),
    "cut within a text": (HEAD + '1.0,aws,us-east-1,"N. Vir', "not readable as CSV"),
    "with another answer": (HEAD + ROW.replace("yes", "maybe"), "row 2: needs 4 texts and 1 answers, yes or no"),
    "with a Region twice": (HEAD + ROW + ROW, "row 3: the Region 'us-east-1' stands twice"),
    "with a service twice": (
        HEAD.replace("db:store", "db:store,db:other") + ROW.replace("yes", "yes,no"),
        "row 1: needs one column",
    ),
    "of another catalog": (HEAD.replace("db:", "moon:") + ROW, "row 1: unknown service 'moon'"),
}


@pytest.mark.parametrize("title", BROKEN)
def test_a_broken_table_is_one_problem_of_the_catalog(title: str, tmp_path: Path) -> None:
    text, expected = BROKEN[title]
    with pytest.raises(CatalogError) as raised:
        load_catalog(write_documents(tmp_path, documents() | {"regions.csv": text}))
    assert len(raised.value.problems) == 1
    assert raised.value.problems[0].startswith(f"regions.csv: {expected}")


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    write_documents(tmp_path, documents()).joinpath("regions.csv").unlink()
    with pytest.raises(CatalogError, match=r"regions\.csv: the file is missing"):
        load_catalog(tmp_path)


def test_a_byte_order_mark_is_no_part_of_a_table_or_of_a_record(tmp_path: Path) -> None:
    item = write_documents(tmp_path, documents()).joinpath("glossary/item.yaml").read_text("utf-8")
    marked = {"regions.csv": "\ufeff" + HEAD + ROW, "glossary/item.yaml": "\ufeff" + item}
    assert set(tiny_catalog(tmp_path, documents() | marked).terms) == {"item"}
