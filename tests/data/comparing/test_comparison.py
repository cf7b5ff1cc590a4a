"""Comparisons: rows, differences, what is shared, downloads, and what a ready comparison may say."""

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from components.compare.download import table_as_csv, table_as_markdown
from data.catalog import FOLDER
from data.comparing.comparison import NOT_PUBLISHED, Row, Table, compare_options, compare_services
from data.comparing.comparison_view import comparison_view, connections_in_words
from data.loading.reading import CatalogError
from data.loading.source_checks import source_problems
from data.records import Catalog
from tests.tiny_catalog import Documents, connection, connections, documents, service, tiny_catalog


def test_partly_against_nothing_recorded_is_no_difference(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"] |= {
        "core": True,
        "capabilities": {"sql": {"value": "partly", "note": "Only reads.", "source": "page"}},
    }
    content["services/search.yaml"] |= {"core": True}
    table = compare_services(tiny_catalog(tmp_path, content), ["db", "search"])
    assert next(row for row in table.rows if row.title == "Sql").status == "not recorded"


def limits(*entries: Documents) -> list[Documents]:
    return [
        {"name": "Size", "unit": "MB", "scope": "item", "adjustable": "no", "source": "page", **entry}
        for entry in entries
    ]


def two_stores(**more: object) -> Documents:
    content = documents()
    latency = [{"text": "It answers in milliseconds.", "source": "page"}]
    shared = [{"text": "Data is always encrypted.", "source": "page"}]
    first = limits({"value": 4, "measure": "item-size"}, {"name": "Tables", "value": 3, "unit": "tables"})
    second = limits(
        {"value": 400, "unit": "KB", "measure": "item-size"}, {"name": "Shards", "value": 9, "unit": "shards"}
    )
    content["services/db.yaml"] = service(
        "db", "Database", "nosql", "store", core=True, latency=latency, limits=first, security={"encryption": shared}
    )
    content["services/search.yaml"] = service(
        "search", "Search", "search", "analyse", core=True, limits=second, security={"encryption": shared}
    )
    return content | more


def row(table: Table, title: str) -> Row:
    return next(row for row in table.rows if row.title == title)


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


def a_comparison(**more: object) -> Documents:
    fact = {"text": "One is small.", "source": "page"}
    figure = {"name": "Size", "unit": "MB", "scope": "item", "adjustable": "no", "source": "page"}
    told: Documents = {
        "id": "db-or-search",
        "title": "Database and Search",
        "question": "Which?",
        "services": ["db", "search"],
        "options": [
            {"name": "By key", "text": "Fast."},
            {"name": "By word", "text": "Wide.", "connections": ["db--search--data"]},
        ],
        "verdict": {"text": "Take the first."},
        "facts": [fact, {"text": "One is large.", "source": "page"}],
        "rows": [
            {"title": "Size", "cells": [{"figure": {**figure, "value": 1}}, {"figure": {**figure, "value": 3}}]},
            {"title": "Same", "cells": [{"facts": [fact]}, {"facts": [fact]}]},
            {"title": "Latency", "cells": [{"facts": [fact]}, {}]},
            {
                "title": "When to use it",
                "cells": [{"judgements": [{"text": "Often."}]}, {"judgements": [{"text": "Seldom."}]}],
            },
        ],
        "sources": {
            "page": {"url": "https://docs.aws.amazon.com/a/page.html", "title": "A page", "read_on": "2026-04-13"}
        },
    }
    return {**told, **more}


def test_options_are_compared_row_by_row(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path, {**documents(), "comparisons/db-or-search.yaml": a_comparison()})
    table = compare_options(catalog.comparisons["db-or-search"])
    assert [side.name for side in table.sides] == ["By key", "By word"]
    assert row(table, "Size").outcome.text == "Larger: By word, 3 MB against 1 MB, 3 times."
    assert row(table, "Same").status == "same"
    assert row(table, "Latency").cells[1].missing == NOT_PUBLISHED
    assert row(table, "When to use it").judged
    assert not row(table, "Same").judged


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"services": ["db", "nowhere"]}, "services: unknown service 'nowhere'"),
        ({"services": ["db", "db"]}, "services: one of them stands twice"),
        (
            {"options": [{"name": "A", "text": "A.", "services": ["nowhere"]}, {"name": "B", "text": "B."}]},
            "options.0.services: unknown service 'nowhere'",
        ),
        (
            {"options": [{"name": "A", "text": "A.", "connections": ["a--b"]}, {"name": "B", "text": "B."}]},
            "options.0.connections: unknown connection 'a--b'",
        ),
        ({"options": [{"name": "A", "text": "A."}, {"name": "A", "text": "B."}]}, "options: two have the same name"),
        ({"rows": [{"title": "Size", "cells": [{}, {}, {}]}]}, "rows.0.cells: 3 cells for 2 options"),
        ({"rows": [{"title": "Size", "cells": [{}, {}]}] * 2}, "rows.0.title: 'Size' stands twice"),
        (
            {"facts": [{"text": "A.", "source": "page", "conflict": "none"}, {"text": "B.", "source": "page"}]},
            "unknown conflict 'none'",
        ),
        ({"verdict": {"text": "Take it.", "source": "lost"}}, "source: 'lost' is not among the sources of the file"),
        ({"id": "other"}, "id: 'other' is not the file's name"),
    ],
)
def test_a_broken_ready_comparison_is_told_by_file_and_field(tmp_path: Path, change: Documents, problem: str) -> None:
    with pytest.raises(CatalogError) as error:
        tiny_catalog(tmp_path, {**documents(), "comparisons/db-or-search.yaml": a_comparison(**change)})
    assert any(line.startswith("comparisons/db-or-search.yaml") and problem in line for line in error.value.problems), (
        error.value
    )


def test_every_ready_comparison_fits_its_schema_and_decides_by_sourced_facts(catalog: Catalog) -> None:
    schema = json.loads((FOLDER / "schema" / "comparison.schema.json").read_text("utf-8"))
    for comparison in catalog.comparisons.values():
        Draft202012Validator(schema).validate(json.loads(comparison.model_dump_json(exclude_none=True)))
        assert all(fact.source for fact in comparison.facts)
    assert not [problem for problem in source_problems(catalog) if problem.startswith("comparisons/")]


def test_options_that_are_no_services_of_their_own_have_rows(catalog: Catalog) -> None:
    for comparison in catalog.comparisons.values():
        alone = [option.services for option in comparison.options]
        if any(len(services) != 1 for services in alone) or len(set(alone)) < len(alone):
            assert len(comparison.rows) >= 8, comparison.id


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
