"""How well the catalog is covered by sources."""

from datetime import date
from pathlib import Path

import pytest

from data.records import Catalog
from data.tools.coverage import (
    AGES,
    age_class,
    age_in_words,
    ages_of_statements,
    coverage_of_kinds,
    coverage_of_services,
    missing_fields,
    report,
)
from tests.tiny_catalog import Documents, documents, tiny_catalog

TODAY = date(2026, 11, 23)


def with_sources() -> Documents:
    """The service `db` with a judgement of no page, one undated page and one of 2023."""
    content = documents()
    db = content["services/db.yaml"]
    db["sources"] |= {
        "old": {
            "url": "https://docs.aws.amazon.com/old.html#part",
            "title": "Old",
            "read_on": "2023-09",
            "read": "whole",
        },
        "none": {"url": "https://docs.aws.amazon.com/none.html", "title": "None", "read_on": "undated"},
    }
    db["features"] += [
        {"text": "It is old.", "source": "old"},
        {"text": "It is undated.", "source": "none"},
        {"text": "Both.", "source": ["old", "page"]},
    ]
    db["when_to_use"] = [{"text": "You like it."}]
    return content


def test_statements_pages_and_the_oldest_text_of_a_service_are_counted(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path, with_sources())
    row = next(row for row in coverage_of_services(catalog) if row.id == "db")
    assert (row.statements, row.sourced) == (6, 5)
    assert (row.pages, row.read_whole, row.undated) == (3, 2, 1)
    assert (row.oldest, row.newest) == (date(2023, 9, 1), date(2026, 4, 13))
    assert row.age(date(2023, 9, 11)) == 10


def test_the_newest_text_that_a_statement_names_counts_for_its_age(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path, with_sources())
    assert ages_of_statements(catalog.services["db"], TODAY) == dict(zip(AGES, (0, 3, 1, 1), strict=True))


def test_core_services_come_first(tmp_path: Path) -> None:
    assert [row.core for row in coverage_of_services(tiny_catalog(tmp_path))] == [True, False, False, False, False]


def test_what_a_core_service_lacks_is_named_and_neighbours_are_not_blamed(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"]["scaling"] = [{"text": "It scales.", "source": "page"}]
    rows = {row.id: row for row in coverage_of_services(tiny_catalog(tmp_path, content))}
    assert "limits" in rows["db"].missing
    assert "encryption" in rows["db"].missing
    assert "capabilities: sql" in rows["db"].missing
    assert "scaling" not in rows["db"].missing
    assert rows["app"].missing == ()


def test_an_answered_capability_is_not_missing(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"]["capabilities"] = {"sql": {"value": "no", "source": "page"}}
    missing = missing_fields(tiny_catalog(tmp_path, content).services["db"], ["sql"])
    assert not any(words.startswith("capabilities") for words in missing)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "no dated text"),
        (0, "0 days"),
        (1, "1 day"),
        (83, "83 days"),
        (224, "7 months"),
        (418, "14 months"),
        (1179, "3.2 years"),
    ],
)
def test_an_age_is_told_in_a_unit_that_fits(days: int | None, words: str) -> None:
    assert age_in_words(days) == words


def test_a_text_gets_older_with_the_days() -> None:
    read = date(2026, 9, 1)
    classes = [
        age_class(read, day)
        for day in (date(2026, 9, 1), date(2026, 12, 1), date(2026, 12, 2), date(2027, 9, 1), date(2027, 9, 2))
    ]
    assert classes == ["under 3 months", "under 3 months", "3 to 12 months", "3 to 12 months", "over a year"]
    assert age_class(None, TODAY) == "undated"


def test_the_printed_report_has_a_line_for_every_service_and_says_what_is_empty(catalog: Catalog) -> None:
    text = report(catalog, TODAY)
    for service in catalog.services.values():
        assert f"{service.short_name} " in text
    assert "Empty on the cards of core services:" in text


def test_every_fact_of_the_catalog_names_a_page(catalog: Catalog) -> None:
    by_kind = {row.id: row for row in coverage_of_kinds(catalog)}
    assert by_kind["connections"].sourced == by_kind["connections"].statements
    assert by_kind["glossary"].sourced == by_kind["glossary"].statements == len(catalog.terms)
    assert by_kind["services"].sourced > 0.95 * by_kind["services"].statements
