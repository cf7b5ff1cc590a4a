"""The doubting reader of statements: absolutes, bare numbers, and two numbers for one subject."""

from pathlib import Path

import pytest

from data.records import Catalog
from data.tools.wording import Said, absolutes, bare_numbers, differing, report, said, without_unit
from tests.tiny_catalog import documents, tiny_catalog


def statement(text: str, where: str = "services/db", *, conflict: bool = False) -> Said:
    return Said(where, text, conflict)


def test_words_that_allow_no_exception_are_named_once_each() -> None:
    certain = statement("Only administrators can delete it; only they, and never a copy.")
    assert absolutes([certain, statement("Most can.")]) == [(certain, ("only", "never"))]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("A batch holds up to 500 records.", []),
        ("A batch holds up to 500.", ["500"]),
        ("At most 10,000, and then it stops.", ["10,000"]),
        ("It takes 60 percent, or 5 to 10 minutes.", []),
        ("It listens on port 5432.", []),
        ("It runs PostgreSQL 16, MySQL 8.0 and later.", []),
        ("Support ends on 31 March 2027.", []),
        ("A class db.r5.large or rg.4xlarge.", []),
    ],
)
def test_a_number_without_a_unit_is_found_and_versions_ports_and_dates_are_not(text: str, bare: list[str]) -> None:
    assert list(bare_numbers(text)) == bare


def test_statements_with_bare_numbers_are_listed_with_them() -> None:
    vague = statement("The count of items may rise to 40.")
    assert without_unit([statement("It takes 40 items."), vague]) == [(vague, ("40",))]


def test_two_numbers_for_one_subject_are_a_pair() -> None:
    first = statement("A stopped instance starts again after 7 days.")
    second = statement("A stopped instance starts again after 10 days.", "connections/web--db")
    (pair,) = differing([first, second])
    assert {pair.first, pair.second} == {first, second}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("RDS for MySQL listens on port 3306 by default.", "RDS for Oracle listens on port 1521 by default."),
        ("Records returned by one call: 10 records", "Data returned by one call: 1 MB"),
        ("A stopped instance starts again after 7 days.", "A stopped instance starts again after 7 days, by itself."),
    ],
)
def test_two_things_with_names_of_their_own_and_equal_numbers_are_no_pair(first: str, second: str) -> None:
    assert not differing([statement(first), statement(second)])


def test_statements_of_different_services_and_those_with_a_named_conflict_are_no_pair() -> None:
    text = "A stopped instance starts again after {} days."
    assert not differing([statement(text.format(7)), statement(text.format(8), "services/web")])
    assert not differing([statement(text.format(7)), statement(text.format(8), conflict=True)])


def test_statements_of_all_kinds_of_records_are_read(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"]["limits"] = [
        {"name": "Items", "value": 5, "unit": "items", "scope": "table", "adjustable": "no", "source": "page"}
    ]
    texts = {one.text: one.where for one in said(tiny_catalog(tmp_path, content))}
    assert texts["Items: 5 items"] == "services/db"
    assert {where.partition("/")[0] for where in texts.values()} >= {"services", "connections", "use_cases"}


def test_the_report_counts_each_kind_and_can_be_asked_for_one_record(catalog: Catalog) -> None:
    whole, one = report(catalog), report(catalog, frozenset({"rds-proxy"}))
    for words in ("allow no exception", "have a number without a unit", "speak of one subject with different numbers"):
        assert words in whole
        assert words in one
    assert "services/rds-proxy" in one
    assert "services/dax" not in one
    assert len(one) < len(whole)


def test_no_two_statements_of_one_subject_differ_without_a_reason(catalog: Catalog) -> None:
    """Pairs that stand here were read: both numbers are right, for they speak of different things."""
    read = {
        "When the buffers are full the pipeline answers with status 408.",
        "A failover typically takes 60 to 120 seconds, and under 35 seconds in a Multi-AZ DB cluster.",
        "Support of the ODBC 1.x driver ends on 30 September 2026.",
        "OpenSearch 2.11 to 2.17 and Elasticsearch 7.9 have standard support until 7 November 2027 "
        "and extended support until 7 November 2028.",
    }
    new = [pair for pair in differing(said(catalog)) if not {pair.first.text, pair.second.text} & read]
    assert not new, "Two statements of one subject with different numbers: correct one, or name their conflict:\n" + (
        "\n".join(f"  {pair.first.where}: {pair.first.text}\n  {pair.second.where}: {pair.second.text}" for pair in new)
    )
