"""What a contributor is told about a broken record, and what the real catalog holds."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from data.catalog import FOLDER, load_catalog
from data.loading.reading import CatalogError
from data.records import Catalog
from tests.tiny_catalog import (
    Documents,
    connection,
    connections,
    documents,
    service,
    tiny_catalog,
    use_case,
    write_documents,
)


def _problems(folder: Path, content: Documents) -> tuple[str, ...]:
    with pytest.raises(CatalogError) as raised:
        load_catalog(write_documents(folder, content))
    return raised.value.problems


def _source(url: str = "https://docs.aws.amazon.com/c/new.html", read_on: str = "2026") -> Documents:
    return {"url": url, "title": "New", "read_on": read_on}


def _set(path: str, value: Any) -> Callable[[Documents], None]:
    """A change to the documents: `file: key.key.0` becomes `value`."""
    file, _, keys = path.partition(": ")

    def change(content: Documents) -> None:
        at = content[file]
        *inner, last = [int(key) if key.isdecimal() else key for key in keys.split(".")]
        for key in inner:
            at = at[key]
        at[last] = value

    return change


def _write(file: str, text: object) -> Callable[[Documents], None]:
    return lambda content: content.update({file: text})


def _drop(file: str) -> Callable[[Documents], None]:
    return lambda content: content.pop(file)


def test_a_catalog_of_five_services_loads(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path)
    assert set(catalog.services) == {"app", "archive", "cache", "db", "search"}
    assert {c.id for c in catalog.connections_of("cache")} == {"app--cache", "cache--db"}
    assert catalog.services_in("find") == {"cache", "db", "search"}
    assert catalog.connections_in("find") == {"cache--db", "db--search--zero-etl"}
    assert set(catalog.use_cases_by_service["db"]) == {"find", "read"}
    assert catalog.use_cases_by_service["archive"] == ()


def test_one_source_needs_no_list_and_several_take_one(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"]["sources"]["new"] = _source()
    content["services/db.yaml"]["purpose"]["source"] = ["page", "new"]
    catalog = tiny_catalog(tmp_path, content)
    assert catalog.services["db"].purpose.source == ("page", "new")
    assert catalog.services["app"].purpose.source == ("page",)


def test_an_unquoted_date_is_read_as_a_date(tmp_path: Path) -> None:
    content = documents()
    text = write_documents(tmp_path, content).joinpath("glossary/item.yaml").read_text("utf-8")
    content["glossary/item.yaml"] = text.replace("'2026-04-13'", "2026-04-13")
    assert tiny_catalog(tmp_path, content).terms["item"].sources["page"].read_on == "2026-04-13"


DB, APP, READ = "services/db.yaml: ", "connections/app.yaml: ", "use_cases/read.yaml: "
BROKEN = {
    "an unknown key": (_set(DB + "colour", "red"), DB + "colour: Extra inputs"),
    "a missing key": (lambda content: content["services/db.yaml"].pop("purpose"), DB + "purpose: Field required"),
    "a key deep inside": (_set(DB + "purpose.texts", "x"), DB + "purpose.texts: Extra inputs"),
    "an empty text": (_set(DB + "purpose.text", " "), DB + "purpose.text: String should have at least 1"),
    "a number for a text": (_set(DB + "name", 7), DB + "name: Input should be a valid string"),
    "a text for a truth": (_set(DB + "core", "yes"), DB + "core: Input should be a valid boolean"),
    "a text for a list": (_set(DB + "features", "fast"), DB + "features: Input should be a valid"),
    "a name too long for its box": (
        _set(DB + "short_name", "x" * 27),
        DB + "short_name: String should have at most 26",
    ),
    "an id with capitals": (_set(DB + "id", "DB"), DB + "id: String should match"),
    "an id that is not the file's name": (
        _set("glossary/item.yaml: id", "thing"),
        "glossary/item.yaml: id: 'thing' is not the file's name",
    ),
    "an unknown category": (_set(DB + "category", "graph"), DB + "category: unknown category 'graph'"),
    "an unknown lane": (_set(DB + "lane", "fast"), DB + "lane: unknown lane 'fast'"),
    "an unknown capability": (
        _set(DB + "capabilities", {"speed": {"value": "yes", "source": "page"}}),
        DB + "capabilities: unknown capability 'speed'",
    ),
    "partly without its condition": (
        _set(DB + "capabilities", {"sql": {"value": "partly", "source": "page"}}),
        DB + "capabilities.sql.note: partly needs",
    ),
    "a parent that is not there": (_set(DB + "part_of", "cloud"), DB + "part_of: unknown service 'cloud'"),
    "a core service that is not drawn": (
        _set("services/archive.yaml: core", True),
        "services/archive.yaml: scope: a core service",
    ),
    "a name used twice": (
        _set(DB + "short_name", "Cache"),
        "services/cache.yaml: short_name: 'Cache' is already the name of 'db'",
    ),
    "a limit whose pages say what happens and are silent": (
        _set(
            DB + "limits",
            [
                {"name": "Rows", "value": 1, "unit": "rows", "scope": "table", "adjustable": "no", "source": "page"}
                | {"when_hit": {"text": "It stops.", "source": "page"}, "when_hit_unsaid": "page"}
            ],
        ),
        DB + "db.rows: when_hit_unsaid: a page says what happens",
    ),
    "a fact told twice": (
        _set(DB + "purpose.text", "Database has a feature."),
        DB + "text: stands twice: 'Database has a feature.'",
    ),
    "a fact's id used twice": (_set(DB + "purpose.id", "feature"), DB + "id: the fact id 'feature' stands twice"),
    "a fact's conflict that is not there": (
        _set(DB + "purpose.conflict", "colour"),
        DB + "conflict: unknown conflict 'colour'",
    ),
    "a connection's conflict that is not there": (
        _set(APP + "connections.0.what.conflict", "colour"),
        APP + "app--cache.conflict: unknown conflict 'colour'",
    ),
    "an address without https": (
        _set(DB + "sources.page.url", "http://docs.aws.amazon.com/a"),
        DB + "sources.page.url: String should match",
    ),
    "an address that breaks its link": (
        _set(DB + "sources.page.url", "https://docs.aws.amazon.com/a(b)"),
        DB + "sources.page.url: String should match",
    ),
    "an address of somebody else": (
        _set(DB + "sources.page.url", "https://example.org/a"),
        DB + "sources.page.url: not an official documentation host",
    ),
    "a host that only looks official": (
        _set(DB + "sources.page.url", "https://docs.aws.amazon.com.example.org/a"),
        DB + "sources.page.url: not an official documentation host",
    ),
    "a bad address in a file of connections": (
        _set(APP + "sources.page.url", "ftp://x"),
        APP + "sources.page.url: String should match",
    ),
    "a date that does not exist": (
        _set(DB + "sources.page.read_on", "2026-02-30"),
        DB + "sources.page.read_on: Value error",
    ),
    "an unquoted date that does not exist": (
        lambda content: content.update(
            {
                "glossary/item.yaml": "id: item\nterm: Item\ndefinition: One.\nsource: page\nsources:\n  page:\n"
                "    {url: 'https://docs.aws.amazon.com/a/page.html', title: A, read_on: 2026-02-30}\n"
            }
        ),
        "glossary/item.yaml: sources.page.read_on: Value error",
    ),
    "a date in words": (
        _set(DB + "sources.page.read_on", "last week"),
        DB + "sources.page.read_on: String should match",
    ),
    "dates in the wrong order": (
        _set(DB + "sources.page.read_on", "2026-05/2025-06"),
        DB + "sources.page.read_on: Value error, the later date",
    ),
    "a page read in the future": (
        _set(DB + "sources.page.read_on", "9999-01-01"),
        DB + "sources.page.read_on: 9999-01-01 is in the future",
    ),
    "an unknown source": (_set(DB + "purpose.source", "memory"), DB + "source: 'memory' is not among the sources"),
    "an unknown source of a connection": (
        _set(APP + "connections.1.what.source", "memory"),
        APP + "app--db: source: 'memory' is not among the sources",
    ),
    "a statement without a source": (
        _set(DB + "purpose.source", []),
        DB + "purpose.source: Value should have at least 1 item",
    ),
    "a source that nothing cites": (_set(DB + "sources.new", _source()), DB + "sources.new: no statement cites it"),
    "a source that no connection cites": (
        _set(APP + "sources.new", _source()),
        APP + "sources.new: no statement cites it",
    ),
    "a page listed twice": (
        lambda content: content["services/db.yaml"].update(
            sources={"page": _source(), "new": _source() | {"url": _source()["url"] + "#part"}}, docs=["page", "new"]
        ),
        DB + "sources: the page stands twice",
    ),
    "a connection to nowhere": (
        _write("connections/search.yaml", connections(connection("search", "moon"))),
        "connections/search.yaml: search--moon.target_id: unknown service 'moon'",
    ),
    "a connection to itself": (
        _write("connections/search.yaml", connections(connection("search", "search"))),
        "connections/search.yaml: search--search.target_id: begins and ends",
    ),
    "a connection in the file of another service": (
        _write("connections/search.yaml", connections(connection("archive", "search", scope="wide"))),
        "connections/search.yaml: connections.0.source_id: 'archive' is not the file's name",
    ),
    "a connection's id that does not fit its ends": (
        _write("connections/search.yaml", connections(connection("search", "db", id="search--app"))),
        "connections/search.yaml: search--app.id: should be 'search--db'",
    ),
    "an id with a kind that one connection does not need": (
        _write("connections/search.yaml", connections(connection("search", "db", "query", id="search--db--query"))),
        "connections/search.yaml: search--db--query.id: should be 'search--db'",
    ),
    "an id that names another kind": (
        _write(
            "connections/search.yaml",
            connections(
                connection("search", "db", "query", id="search--db--query"),
                connection("search", "db", "data", id="search--db--cache"),
            ),
        ),
        "connections/search.yaml: search--db--cache.id: should be 'search--db--data'",
    ),
    "an unknown kind of connection": (
        _set(APP + "connections.0.kind", "magic"),
        APP + "connections.0.kind: Input should be 'data'",
    ),
    "a kind that the taxonomy lacks": (
        lambda content: content["taxonomy.yaml"].update(
            kinds=[kind for kind in content["taxonomy.yaml"]["kinds"] if kind["id"] != "backup"]
        ),
        "connections/db.yaml: db--archive.kind: the taxonomy has no kind 'backup'",
    ),
    "a connection drawn before its end": (
        _set(APP.replace("app", "db") + "connections.2.scope", "core"),
        "connections/db.yaml: db--archive.scope: core, but 'archive'",
    ),
    "a file of connections without its sources": (
        _write("connections/search.yaml", {"connections": []}),
        "connections/search.yaml: (whole file): needs exactly",
    ),
    "connections that are no list": (
        _write("connections/search.yaml", {"sources": {}, "connections": {"search--db": {}}}),
        "connections/search.yaml: (whole file): needs exactly",
    ),
    "sources of connections that are null": (_set(APP + "sources", None), APP + "sources: has to map keys to pages"),
    "sources of connections that are a list": (
        _set(APP + "sources", ["page"]),
        APP + "sources: has to map keys to pages",
    ),
    "sources of a record that are null": (_set(DB + "sources", None), DB + "sources: Input should be an object"),
    "a connection that is a list": (
        _set(APP + "connections.0", []),
        APP + "connections.0.(whole file): Input should be an object",
    ),
    "a use case that names an unknown connection": (
        _set(READ + "steps.0.connection", "app--moon"),
        READ + "steps.0.connection: unknown connection 'app--moon'",
    ),
    "a use case of one step": (
        lambda content: content["use_cases/read.yaml"]["steps"].pop(),
        READ + "steps: Tuple should have at least 2",
    ),
    "a use case with an unknown service": (_set(READ + "also", ["moon"]), READ + "unknown service 'moon'"),
    "a failure of a part that is not involved": (
        _set(READ + "failures.0.part", "search"),
        READ + "failures.0.part: 'search' is no service or connection",
    ),
    "leaving out what is not involved": (
        _set(READ + "smaller.0.service", "search"),
        READ + "smaller.0.service: 'search' is no service",
    ),
    "a disagreement about nothing": (
        _set("conflicts/size.yaml: about", "moon"),
        "conflicts/size.yaml: about: unknown service 'moon'",
    ),
    "a disagreement of one": (
        lambda content: content["conflicts/size.yaml"]["claims"].pop(),
        "conflicts/size.yaml: claims: Tuple should have at least 2",
    ),
    "something unconfirmed about nothing": (
        _set("unconfirmed.yaml: 0.about", "moon"),
        "unconfirmed.yaml: 0.about: unknown service 'moon'",
    ),
    "a note that points nowhere": (
        _set("notes.yaml: notes.0.where.0", "services/db#colour"),
        "notes.yaml: first.where: 'services/db#colour' leads nowhere",
    ),
    "a note of an unknown verdict": (
        _set("notes.yaml: notes.0.verdict", "true"),
        "notes.yaml: notes.0.verdict: Input should be 'correct'",
    ),
    "a category listed twice": (
        lambda content: content["taxonomy.yaml"]["categories"].append(content["taxonomy.yaml"]["categories"][0]),
        "taxonomy.yaml: categories: 'application' stands twice",
    ),
    "a key written twice": (
        _write("glossary/item.yaml", "id: item\nid: item\n"),
        "glossary/item.yaml: not readable as YAML: key 'id' is written twice",
    ),
    "a key that is no text": (
        _write("glossary/item.yaml", "id: item\nyes: item\n"),
        "glossary/item.yaml: not readable as YAML: key True is not text",
    ),
    "a key that is a list": (
        _write("glossary/item.yaml", "? [a, b]\n: item\n"),
        "glossary/item.yaml: not readable as YAML: key ['a', 'b'] is not text",
    ),
    "broken YAML": (_write("glossary/item.yaml", "id: [item\nterm: x"), "glossary/item.yaml: not readable as YAML"),
    "an empty file": (_write("glossary/item.yaml", ""), "glossary/item.yaml: (whole file): Input should be an object"),
    "an empty file of connections": (
        _write("connections/search.yaml", ""),
        "connections/search.yaml: (whole file): needs exactly",
    ),
    "an empty taxonomy": (_write("taxonomy.yaml", ""), "taxonomy.yaml: (whole file): Input should be an object"),
    "a file that holds a list": (
        _write("glossary/item.yaml", "- item"),
        "glossary/item.yaml: (whole file): Input should be an object",
    ),
    "a missing taxonomy": (_drop("taxonomy.yaml"), "taxonomy.yaml: the file is missing"),
    "missing notes": (_drop("notes.yaml"), "notes.yaml: the file is missing"),
    "an ending in capitals": (_write("glossary/other.YAML", "id: other"), "glossary/other.YAML: has to end in .yaml"),
    "a tag": (_write("glossary/item.yaml", "id: !!int item"), "glossary/item.yaml: id: the tag '!!int' is not taken"),
    "a file that would be overlooked": (
        _write("glossary/other.yml", "id: other"),
        "glossary/other.yml: has to end in .yaml",
    ),
}


@pytest.mark.parametrize("title", BROKEN)
def test_a_problem_is_told_once_with_its_file_and_field(title: str, tmp_path: Path) -> None:
    change, expected = BROKEN[title]
    content = documents()
    change(content)
    problems = _problems(tmp_path, content)
    assert len(problems) == 1, problems
    assert problems[0].startswith(expected)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), True, []])
def test_a_limit_is_a_number_or_a_text(value: object, tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"]["limits"] = [
        {"name": "n", "value": value, "unit": "u", "scope": "s", "adjustable": "no", "source": "page"}
    ]
    assert all(problem.startswith("services/db.yaml: limits.0.value.") for problem in _problems(tmp_path, content))


def test_every_service_of_a_circle_of_parents_is_told(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"]["part_of"] = "cache"
    assert _problems(tmp_path, content) == (
        "services/cache.yaml: part_of: a cycle: cache > db > cache",
        "services/db.yaml: part_of: a cycle: db > cache > db",
    )


def test_two_connections_of_one_pair_cannot_have_the_same_kind(tmp_path: Path) -> None:
    content = documents()
    content["connections/db.yaml"]["connections"][0]["kind"] = "data"
    problems = _problems(tmp_path, content)
    assert any(
        p.startswith("connections/db.yaml: db--search--data.kind: two connections of this pair have the kind 'data'")
        for p in problems
    )


def test_a_connection_that_stands_twice_is_told(tmp_path: Path) -> None:
    content = documents()
    content["connections/app.yaml"]["connections"].append(connection("app", "cache", "cache"))
    assert _problems(tmp_path, content) == ("connections/app.yaml: connections.2.id: 'app--cache' stands twice",)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    content = documents()
    chosen = [
        "an unknown key",
        "an address of somebody else",
        "an unknown kind of connection",
        "a use case with an unknown service",
        "broken YAML",
        "missing notes",
    ]
    content["services/extra.yaml"] = service("extra", "Extra", "nosql", "nowhere")
    for title in chosen:
        if title == "an address of somebody else":
            content["services/search.yaml"]["sources"]["page"]["url"] = "https://example.org/a"
        else:
            BROKEN[title][0](content)
    with pytest.raises(CatalogError) as raised:
        load_catalog(write_documents(tmp_path, content))
    files = {problem.split(": ")[0] for problem in raised.value.problems}
    assert files == {
        "services/db.yaml",
        "services/search.yaml",
        "services/extra.yaml",
        "connections/app.yaml",
        "use_cases/read.yaml",
        "glossary/item.yaml",
        "notes.yaml",
    }
    assert str(raised.value).startswith(f"The catalog has {len(raised.value.problems)} problems:\n")
    assert all(f"\n  {problem}" in str(raised.value) for problem in raised.value.problems)


def test_what_follows_from_a_broken_record_is_not_told_as_well(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"]["colour"] = "red"
    assert len(_problems(tmp_path, content)) == 1  # although connections, use cases, conflicts and notes name `db`


def test_an_empty_folder_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"taxonomy\.yaml: the file is missing"):
        load_catalog(tmp_path)


def test_a_use_case_that_walks_an_arrow_twice_involves_it_once(tmp_path: Path) -> None:
    content = documents()
    content["use_cases/loop.yaml"] = use_case("loop", "app--cache", "app--cache")
    catalog = tiny_catalog(tmp_path, content)
    assert catalog.connections_in("loop") == {"app--cache"}
    assert len(catalog.use_cases["loop"].steps) == 2


def test_records_cannot_be_changed(catalog: Catalog) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        catalog.services["dax"].name = "Cache"
    with pytest.raises(ValidationError, match="frozen"):
        catalog.services["dax"].purpose.text = "Something else."


def test_every_core_service_has_a_full_card(catalog: Catalog) -> None:
    for core in filter(lambda known: known.core, catalog.services.values()):
        assert len(core.features) >= 8, core.id
        assert len(core.when_to_use) >= 3, core.id
        assert len(core.when_not_to_use) >= 3, core.id
        for field in ("limits", "billing", "scaling", "availability", "operations_left", "capabilities"):
            assert getattr(core, field), (core.id, field)
        assert core.names_in_code.cloudformation or core.names_in_code.boto3, core.id


def test_every_service_is_on_some_arrow(catalog: Catalog) -> None:
    lonely = [identity for identity in catalog.services if not catalog.connections_of(identity)]
    assert lonely == []


def test_a_file_of_connections_that_cannot_be_read_is_the_one_problem_told(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "data", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "data" / "connections" / "s3.yaml").write_text("sources: [", "utf-8")
    with pytest.raises(CatalogError) as raised:
        load_catalog(tmp_path / "data")
    assert all(problem.startswith("connections/s3.yaml: ") for problem in raised.value.problems)
