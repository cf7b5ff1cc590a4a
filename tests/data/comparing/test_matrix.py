"""The feature matrix: what each cell says, which services a filter leaves, and the same filter on the landscape."""

from pathlib import Path

import pytest

from components.matrix.table import table_data
from data.comparing.matrix import cell, matrix, matrix_frame, services_of_matrix
from data.landscape.filters import LandscapeFilter, has_capability
from data.landscape.view import Question, view
from data.records import Catalog
from tests.tiny_catalog import documents, tiny_catalog


@pytest.fixture
def tiny(tmp_path: Path) -> Catalog:
    """`db` has SQL and is encrypted on a condition, `search` has SQL on a condition, `cache` has none, and of the
    others nothing is stated."""
    content = documents()
    content["taxonomy.yaml"]["capabilities"].append({"id": "encrypted", "name": "Encrypted", "text": "At rest."})
    content["services/db.yaml"]["capabilities"] = {
        "sql": {"value": "yes", "source": "page"},
        "encrypted": {"value": "partly", "source": "page", "note": "If asked."},
    }
    content["services/search.yaml"]["capabilities"] = {
        "sql": {"value": "partly", "source": "page", "note": "Without <b>joins</b>."}
    }
    content["services/cache.yaml"]["capabilities"] = {"sql": {"value": "no", "source": "page"}}
    return tiny_catalog(tmp_path, content)


def test_a_cell_says_yes_partly_no_or_that_nothing_is_stated(tiny: Catalog) -> None:
    said = {service.id: cell(service, "sql").value for service in tiny.services.values()}
    assert said == {"db": "yes", "search": "partly", "cache": "no", "app": "not stated", "archive": "not stated"}


def test_a_cell_brings_its_condition_and_its_page(tiny: Catalog) -> None:
    found = cell(tiny.services["db"], "encrypted")
    assert found.note == "If asked."
    assert [source.url for source in found.sources] == ["https://docs.aws.amazon.com/a/page.html"]
    assert cell(tiny.services["cache"], "encrypted").sources == ()


def test_services_of_which_nothing_is_stated_are_left_out(tiny: Catalog) -> None:
    assert [service.id for service in services_of_matrix(tiny)] == [
        "db",
        "cache",
        "search",
    ]  # by category, the whole before its parts


def test_all_capabilities_asked_for_have_to_hold(tiny: Catalog) -> None:
    assert LandscapeFilter(capabilities=("sql",)).services(tiny) == {"db", "search"}
    assert LandscapeFilter(capabilities=("sql", "encrypted")).services(tiny) == {"db"}


def test_partly_counts_only_where_the_visitor_lets_it(tiny: Catalog) -> None:
    assert LandscapeFilter(capabilities=("sql",), partly=False).services(tiny) == {"db"}
    assert LandscapeFilter(capabilities=("sql", "encrypted"), partly=False).services(tiny) == frozenset()
    assert not has_capability(tiny.services["app"], "sql")


def test_a_capability_cuts_what_the_other_conditions_leave(tiny: Catalog) -> None:
    assert LandscapeFilter(capabilities=("sql",), categories=("search",)).services(tiny) == {"search"}
    assert LandscapeFilter(capabilities=("sql",), use_cases=("read",)).connections(tiny) == frozenset()


def test_the_filter_says_its_capabilities_in_words(tiny: Catalog) -> None:
    both = LandscapeFilter(capabilities=("sql", "encrypted"))
    assert both.describe(tiny) == "Services with Sql and Encrypted"
    assert LandscapeFilter(capabilities=("sql",), partly=False).describe(tiny) == "Services with Sql in full"
    assert not both.is_empty


def test_the_count_of_a_capability_is_what_adding_it_leaves(catalog: Catalog) -> None:
    for question in (
        LandscapeFilter(),
        LandscapeFilter(capabilities=("serverless",)),
        LandscapeFilter(capabilities=("sql",), partly=False),
    ):
        for capability, count in question.counts(catalog, "capabilities").items():
            added = question if capability in question.capabilities else question.toggled("capabilities", capability)
            assert len(added.services(catalog)) == count


def test_the_landscape_lights_what_has_the_capabilities(catalog: Catalog) -> None:
    question = LandscapeFilter(capabilities=("serverless", "sql"), partly=False)
    shown = view(catalog, Question(filter=question))
    assert shown.lit_services == question.services(catalog)
    assert shown.lit_services
    assert "Serverless and SQL in full" in shown.title


def test_every_core_service_stands_in_the_matrix_and_every_partly_tells_its_condition(catalog: Catalog) -> None:
    full = matrix(catalog)
    assert {service.id for service in full.services} == {
        service.id for service in catalog.services.values() if service.core
    }
    assert len(full.cells) == len(full.services) * len(full.capabilities)
    for found in full.cells.values():
        assert (found.value == "not stated") == (not found.sources)
        assert found.note or found.value != "partly"


def test_the_file_has_a_row_for_every_cell_with_its_pages(tiny: Catalog) -> None:
    frame = matrix_frame(matrix(tiny, {"db", "search"}))
    assert len(frame) == 4
    row = frame[(frame["service"] == "db") & (frame["capability"] == "encrypted")].iloc[0]
    assert (row["value"], row["note"], row["addresses"]) == (
        "partly",
        "If asked.",
        "https://docs.aws.amazon.com/a/page.html",
    )


def test_a_matrix_that_leaves_nothing_still_makes_a_file(tiny: Catalog) -> None:
    assert matrix_frame(matrix(tiny, set())).empty


def test_the_table_gets_plain_text_and_marks_what_was_asked_for(tiny: Catalog) -> None:
    data = table_data(matrix(tiny, {"search"}), ("sql",), ("search", "sql"), "A caption")
    assert [column["id"] for column in data["columns"]] == ["search"]
    assert [(row["id"], row["wanted"]) for row in data["rows"]] == [("sql", True), ("encrypted", False)]
    assert data["rows"][0]["cells"][0]["note"] == "Without <b>joins</b>."
    assert data["rows"][1]["cells"][0]["word"] == "Not stated"
    assert data["opened"] == ["search", "sql"]
