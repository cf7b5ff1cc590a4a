"""The catalog as tables."""

from pathlib import Path

from data.frames import connections_frame, services_frame, use_cases_frame
from data.records import Catalog
from tests.tiny_catalog import documents, tiny_catalog


def test_the_services_table_has_a_row_for_each_service(tmp_path: Path) -> None:
    frame = services_frame(tiny_catalog(tmp_path)).set_index("id")
    assert set(frame.index) == {"app", "archive", "cache", "db", "search"}
    assert frame.loc["db", "name"] == "Amazon Database"
    assert frame.loc["db", "category"] == "Nosql"
    assert frame.loc["db", "category_id"] == "nosql"
    assert ((frame["scope"] == "core") == frame["core"]).all()
    assert frame.loc["db", "connections"] == 5
    assert frame.loc["db", "use_cases"] == 2
    assert frame.loc["cache", "part_of"] == "db"
    assert frame.loc["db", "part_of"] == ""
    assert frame.loc["db", "address"] == "https://docs.aws.amazon.com/a/page.html"


def test_the_connections_table_has_a_row_for_each_connection(tmp_path: Path) -> None:
    frame = connections_frame(tiny_catalog(tmp_path)).set_index("id")
    row = frame.loc["db--search--zero-etl"]
    assert (row["source"], row["target"], row["kind"]) == ("Amazon Database", "Amazon Search", "Zero-Etl")
    assert (row["source_id"], row["target_id"], row["kind_id"]) == ("db", "search", "zero-etl")
    assert row["what"] == "Records."
    assert row["read_on"] == "2026-04-13"
    assert len(frame) == 6


def test_the_use_cases_table_has_a_row_for_each_step(tmp_path: Path) -> None:
    frame = use_cases_frame(tiny_catalog(tmp_path))
    find = frame[frame["use_case"] == "find"]
    assert list(find["step"]) == [1, 2]
    assert list(find["connection"]) == ["cache--db", "db--search--zero-etl"]
    assert list(find["target"]) == ["Amazon Database", "Amazon Search"]


def test_tables_without_rows_keep_their_columns(tmp_path: Path) -> None:
    content = {
        name: document for name, document in documents().items() if not name.startswith(("connections/", "use_cases/"))
    }
    content["notes.yaml"]["notes"][0]["where"] = ["services/db"]
    bare = tiny_catalog(tmp_path / "bare", content)
    full = tiny_catalog(tmp_path / "full")
    for table in (connections_frame, use_cases_frame):
        assert table(bare).empty
        assert list(table(bare).columns) == list(table(full).columns)


def test_the_tables_of_the_real_catalog_are_whole(catalog: Catalog) -> None:
    services, connections, steps = services_frame(), connections_frame(), use_cases_frame()
    assert set(services["id"]) == set(catalog.services)
    assert set(connections["id"]) == set(catalog.connections)
    assert set(steps["use_case"]) == set(catalog.use_cases)
    for frame in (services, connections, steps):
        assert not frame.isna().any(axis=None)
        assert (frame["name" if "name" in frame else "title" if "title" in frame else "what"] != "").all()
