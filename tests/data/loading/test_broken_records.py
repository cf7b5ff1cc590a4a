"""What a contributor is told about a broken record."""

import os
import shutil
from pathlib import Path

import pytest

from data.catalog import FOLDER, load_catalog
from data.loading.reading import CatalogError
from tests.data.loading.broken_facts import BROKEN_FACTS
from tests.data.loading.broken_ties import BROKEN_TIES
from tests.tiny_catalog import Documents, connection, documents, service, write_documents


def _problems(folder: Path, content: Documents) -> tuple[str, ...]:
    with pytest.raises(CatalogError) as raised:
        load_catalog(write_documents(folder, content))
    return raised.value.problems


BROKEN = BROKEN_FACTS | BROKEN_TIES


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


def test_a_file_of_connections_that_cannot_be_read_is_the_one_problem_told(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "data", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "data" / "connections" / "s3.yaml").write_text("sources: [", "utf-8")
    with pytest.raises(CatalogError) as raised:
        load_catalog(tmp_path / "data")
    assert all(problem.startswith("connections/s3.yaml: ") for problem in raised.value.problems)


@pytest.mark.parametrize("what", ["pipe", "device", "folder"])
def test_what_is_no_file_is_told_and_not_read(what: str, tmp_path: Path) -> None:
    folder = write_documents(tmp_path, documents())
    file = folder / "glossary" / "item.yaml"
    file.unlink()
    {"pipe": lambda: os.mkfifo(file), "device": lambda: file.symlink_to("/dev/zero"), "folder": file.mkdir}[what]()
    with pytest.raises(CatalogError) as raised:
        load_catalog(folder)
    assert raised.value.problems == ("glossary/item.yaml: not readable: It is no plain file",)
