"""What changed: the record, what a contributor is told about a broken one, the feed, and the coverage by whole
pages."""

from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from components.about.changes import in_words
from components.exports.atom import changes_as_atom
from components.frame.page_links import page_link_of
from data.export import catalog_as_json
from data.loading.change_checks import WHOLE, change_problems
from data.loading.reading import CatalogError
from data.loading.source_checks import source_problems
from tests.tiny_catalog import Documents, documents, tiny_catalog

ATOM = "{http://www.w3.org/2005/Atom}"
PAGE = {"url": "https://docs.aws.amazon.com/a/page.html", "title": "A page", "read_on": "2026-04-13"}


def change(**fields: Any) -> Documents:
    said = {
        "id": "it-grew",
        "date": "2026-05-01",
        "about": "services/db#feature",
        "old": "One <b>&</b>.",
        "new": "Two.",
        "why": "It grew.",
        "source": "page",
    }
    return {**said, "sources": {"page": PAGE}, **fields}


def with_changes(*changes: Documents) -> Documents:
    return documents() | {f"changes/{entry['id']}.yaml": entry for entry in changes}


def problems(folder: Path, *changes: Documents) -> tuple[str, ...]:
    try:
        tiny_catalog(folder, with_changes(*changes))
    except CatalogError as error:
        return error.problems
    return ()


@pytest.mark.parametrize(
    "pointer",
    [
        "services/db",
        "services/db#feature",
        "connections/app--db",
        "use_cases/read",
        "glossary/item",
        "conflicts/size",
        "capabilities/sql",
        *sorted(WHOLE),
    ],
)
def test_a_change_may_be_about_anything_that_is_there_and_links_to_it(tmp_path: Path, pointer: str) -> None:
    catalog = tiny_catalog(tmp_path, with_changes(change(about=pointer)))
    place = page_link_of(catalog, pointer)
    assert place.name
    assert place.address.startswith("/")


@pytest.mark.parametrize(
    "pointer",
    [
        "services/none",
        "services/db#none",
        "glossary/none",
        "comparisons/none",
        "capabilities/none",
        "nothing",
        "services",
    ],
)
def test_a_change_of_something_that_is_not_there_is_told_by_file_and_field(tmp_path: Path, pointer: str) -> None:
    assert problems(tmp_path, change(about=pointer)) == (f"changes/it-grew.yaml: about: {pointer!r} leads nowhere",)


def test_a_change_says_something_and_names_a_page(tmp_path: Path) -> None:
    (same,) = problems(tmp_path / "same", change(old="Two."))
    assert same.startswith("changes/it-grew.yaml: (whole file): ")
    assert "old and new say the same" in same
    assert any("source" in problem for problem in problems(tmp_path / "none", change(source=[])))
    assert any(
        "is not among the sources of the file" in problem
        for problem in problems(tmp_path / "other", change(source="other"))
    )
    assert any("colour" in problem for problem in problems(tmp_path / "more", change(colour="red")))


def test_the_name_of_the_file_is_the_id_of_the_change(tmp_path: Path) -> None:
    content = documents() | {"changes/other.yaml": change()}
    with pytest.raises(CatalogError, match=r"changes/other\.yaml: id: 'it-grew' is not the file's name"):
        tiny_catalog(tmp_path, content)


def test_a_change_is_not_of_tomorrow(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path, with_changes(change()))
    assert not list(change_problems(catalog, date(2026, 5, 1)))
    assert list(change_problems(catalog, date(2026, 4, 30))) == [
        "changes/it-grew.yaml: date: 2026-05-01 is in the future"
    ]


def test_a_change_keeps_the_text_of_its_day_when_a_page_is_read_again(tmp_path: Path) -> None:
    old = {**PAGE, "read_on": "2025-01-01"}
    assert not list(source_problems(tiny_catalog(tmp_path, with_changes(change(sources={"page": old})))))


def test_the_newest_change_comes_first_on_the_page_in_the_feed_and_in_the_api(tmp_path: Path) -> None:
    catalog = tiny_catalog(
        tmp_path,
        with_changes(
            change(id="a", date="2026-05-01"), change(id="b", date="2026-06-01"), change(id="c", date="2026-04-20")
        ),
    )
    ids = ["b", "a", "c"]
    assert [entry.id for entry in catalog.newest_changes] == ids
    assert [entry["id"] for entry in catalog_as_json(catalog)["changes"]] == ids
    feed = ElementTree.fromstring(changes_as_atom(catalog, "https://atlas.example.org"))
    assert [entry.findtext(f"{ATOM}id", "").rpartition("/")[2] for entry in feed.findall(f"{ATOM}entry")] == ids


def test_the_feed_has_what_a_reader_needs(tmp_path: Path) -> None:
    feed = ElementTree.fromstring(
        changes_as_atom(tiny_catalog(tmp_path, with_changes(change())), "https://atlas.example.org/base")
    )
    assert feed.tag == f"{ATOM}feed"
    assert all(feed.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "self": "https://atlas.example.org/base/changes.atom",
        "alternate": "https://atlas.example.org/base/sources?section=changes",
    }
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Database: corrected"
    assert entry.findtext(f"{ATOM}updated") == feed.findtext(f"{ATOM}updated") == "2026-05-01T00:00:00Z"
    assert {link.get("href") for link in entry.findall(f"{ATOM}link")} == {
        "https://atlas.example.org/base/services?service=db",
        PAGE["url"],
    }
    told = entry.findtext(f"{ATOM}content", "")
    assert told.splitlines() == [
        "Before: One <b>&</b>.",
        "Now: Two.",
        "Why: It grew.",
        f"Source: A page, text of 13 Apr 2026, {PAGE['url']}",
    ]


def test_a_feed_without_changes_is_a_feed(tmp_path: Path) -> None:
    feed = ElementTree.fromstring(changes_as_atom(tiny_catalog(tmp_path), "https://atlas.example.org"))
    assert feed.findtext(f"{ATOM}updated")
    assert not feed.findall(f"{ATOM}entry")


def test_what_is_new_or_gone_is_told_as_such(tmp_path: Path) -> None:
    new, gone = change(id="new"), change(id="gone")
    del new["old"], gone["new"]
    catalog = tiny_catalog(tmp_path, with_changes(new, gone))
    assert "Before:] not told" in in_words(catalog, catalog.changes["new"])
    assert "Now:] no longer told" in in_words(catalog, catalog.changes["gone"])
    feed = ElementTree.fromstring(changes_as_atom(catalog, ""))
    assert {entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")} == {
        "Database: added",
        "Database: removed",
    }
