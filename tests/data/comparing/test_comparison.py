"""Comparisons: rows, differences, what is shared, and downloads."""

import csv
import io
from pathlib import Path

import pytest

from components.compare.download import table_as_csv, table_as_markdown
from data.comparing.comparison import NOT_PUBLISHED, compare_services
from data.comparing.comparison_view import comparison_view, connections_in_words
from data.records import Catalog
from tests.data.comparing.two_stores import row, two_stores
from tests.tiny_catalog import connection, connections, documents, tiny_catalog


def test_partly_against_nothing_recorded_is_no_difference(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"] |= {
        "core": True,
        "capabilities": {"sql": {"value": "partly", "note": "Only reads.", "source": "page"}},
    }
    content["services/search.yaml"] |= {"core": True}
    table = compare_services(tiny_catalog(tmp_path, content), ["db", "search"])
    assert next(row for row in table.rows if row.title == "Sql").status == "not recorded"


@pytest.fixture
def stores(tmp_path: Path) -> Catalog:
    return tiny_catalog(tmp_path, two_stores())


def test_columns_stand_in_the_order_asked_for(stores: Catalog) -> None:
    assert [side.name for side in compare_services(stores, ["search", "db"]).sides] == ["Search", "Database"]
    assert [row.title for row in compare_services(stores, ["search", "db"]).rows[:2]] == ["Purpose", "Data model"]


def test_the_same_statement_is_the_same_and_another_differs(stores: Catalog) -> None:
    table = compare_services(stores, ["db", "search"])
    assert row(table, "Encryption").status == "same"
    assert row(table, "Purpose").status == "differs"
    assert row(table, "Audit").status == "not recorded"


def test_no_published_latency_is_a_value(stores: Catalog) -> None:
    cells = row(compare_services(stores, ["db", "search"]), "Latency, as published").cells
    assert cells[0].statements[0].text == "It answers in milliseconds."
    assert cells[1].missing == NOT_PUBLISHED


def test_a_neighbour_without_latency_is_not_said_to_have_none_published(stores: Catalog) -> None:
    assert row(compare_services(stores, ["db", "app"]), "Latency, as published").cells[1].missing != NOT_PUBLISHED


def test_limits_of_one_measure_stand_in_one_row_and_the_others_are_folded(stores: Catalog) -> None:
    table = compare_services(stores, ["db", "search"])
    size = row(table, "Size of an item")
    assert [cell.statements[0].figure for cell in size.cells] == ["4 MB", "400 KB"]
    assert size.outcome.text == "Larger: Database, 4 MB against 400 KB, that is 4,000 KB, 10 times."
    rest = row(table, "Limits of one service only")
    assert rest.folded
    assert [cell.statements[0].figure for cell in rest.cells] == ["3 tables", "9 shards"]


def test_only_differences_leaves_out_what_is_the_same_for_all(stores: Catalog) -> None:
    table = compare_services(stores, ["db", "search"])
    titles = [row.title for row in table.only_differences().rows]
    assert "Purpose" in titles
    assert not {"Encryption", "Audit"} & set(titles)
    assert len(titles) == table.differing


def test_every_limit_of_every_service_stands_in_the_table(catalog: Catalog) -> None:
    services = ["rds", "dynamodb", "opensearch", "redshift"]
    table = compare_services(catalog, services)
    for place, identity in enumerate(services):
        shown = sum(len(row.cells[place].statements) for row in table.rows if row.group == "Limits")
        assert shown == len(catalog.services[identity].limits)


def test_the_words_tell_what_is_shared_and_what_is_alone(tmp_path: Path) -> None:
    content = documents()
    content["connections/search.yaml"] = connections(connection("search", "archive", scope="wide"))
    catalog = tiny_catalog(tmp_path, content)
    words = connections_in_words(catalog, ["db", "search"])
    assert words[0] == "Both connect to Archive."
    assert "Only Database connects to App and Cache." in words
    assert words[-1] == "Between them: Database to Search (Zero-Etl and Data)."


def test_the_picture_lights_what_is_shared_and_draws_the_rest(tmp_path: Path) -> None:
    content = documents()
    content["connections/search.yaml"] = connections(connection("search", "archive", scope="wide"))
    shown = comparison_view(tiny_catalog(tmp_path, content), ["db", "search"])
    assert shown.lit_services == {"db", "search", "archive"}
    assert shown.services == {"db", "search", "archive", "app", "cache"}
    assert shown.lit_connections == {"db--archive", "search--archive", "db--search--data", "db--search--zero-etl"}
    assert shown.title == "What Database and Search share"


def test_the_picture_of_two_ways_lights_these_ways(tmp_path: Path) -> None:
    shown = comparison_view(tiny_catalog(tmp_path), ["db", "search"], ["db--search--data"])
    assert shown.lit_connections == {"db--search--data"}
    assert shown.lit_services == {"db", "search"}


def test_services_without_a_common_neighbour_say_so(tmp_path: Path) -> None:
    assert connections_in_words(tiny_catalog(tmp_path), ["app", "archive"])[:1] == ("Both connect to Database.",)
    assert connections_in_words(tiny_catalog(tmp_path), ["cache", "archive", "search"])[0] == "All connect to Database."
    content = documents()
    content["connections/db.yaml"] = connections(connection("db", "search"))
    content["connections/app.yaml"] = connections(connection("app", "cache", "cache"))
    content["connections/cache.yaml"] = connections(connection("cache", "app", "query"))
    content |= {"use_cases/read.yaml": None, "use_cases/find.yaml": None}
    content["notes.yaml"] = {"sources": {}, "notes": []}
    kept = {name: document for name, document in content.items() if document is not None}
    assert (
        connections_in_words(tiny_catalog(tmp_path / "apart", kept), ["app", "search"])[0]
        == "They do not share a neighbour."
    )


def test_the_csv_has_every_row_shown_and_the_addresses_of_its_sources(stores: Catalog) -> None:
    table = compare_services(stores, ["db", "search"])
    lines = list(csv.DictReader(io.StringIO(table_as_csv(table).decode())))
    assert [line["row"] for line in lines] == [
        row.title + (" (our judgement)" if row.judged else "") for row in table.rows
    ]
    purpose = lines[0]
    assert (purpose["Database"], purpose["same or differs"]) == ("Database has a purpose.", "differs")
    assert purpose["Database: sources"] == "https://docs.aws.amazon.com/a/page.html"


def test_the_markdown_has_a_table_for_each_part_and_dated_sources(stores: Catalog) -> None:
    text = table_as_markdown(compare_services(stores, ["db", "search"]).only_differences()).decode()
    assert "## Limits\n\n| | Database | Search |\n|---|---|---|" in text
    assert "Database has a purpose. [[1]](https://docs.aws.amazon.com/a/page.html)" in text
    assert "1. [A page](https://docs.aws.amazon.com/a/page.html), text of 13 Apr 2026" in text
    assert "Encryption" not in text
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {4}
