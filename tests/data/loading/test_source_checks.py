"""What a contributor is told about the pages that a record cites."""

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from data.loading.reading import CatalogError
from data.loading.source_checks import OFFICIAL_HOSTS, newest_texts, source_problems, sources_by_file
from data.records import Catalog
from tests.tiny_catalog import Documents, documents, tiny_catalog

PAGE = "https://docs.aws.amazon.com/a/page.html"


def problems(folder: Path, content: Documents) -> tuple[str, ...]:
    try:
        tiny_catalog(folder, content)
    except CatalogError as error:
        return error.problems
    return ()


def cited(url: str, read_on: str = "2026-04-13", **more: str) -> Documents:
    content = documents()
    content["services/db.yaml"]["sources"]["page"] = {"url": url, "title": "A page", "read_on": read_on, **more}
    return content


def test_every_address_of_the_catalog_is_a_secure_one_on_an_official_host(catalog: Catalog) -> None:
    addresses = [source.url for sources, _ in sources_by_file(catalog).values() for source in sources.values()]
    assert len(addresses) > 1000
    assert {urlsplit(url).scheme for url in addresses} == {"https"}
    assert {urlsplit(url).hostname for url in addresses} <= OFFICIAL_HOSTS


def test_a_project_page_on_github_is_no_official_documentation(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, cited("https://aws-otel.github.io/docs"))
    assert (
        problem
        == "services/db.yaml: sources.page.url: not an official documentation host: https://aws-otel.github.io/docs"
    )


def test_an_address_without_encryption_is_refused(tmp_path: Path) -> None:
    assert any(
        "services/db.yaml: sources.page.url" in problem
        for problem in problems(tmp_path, cited("http://docs.aws.amazon.com/a"))
    )


def test_a_host_that_only_begins_like_an_official_one_is_refused(tmp_path: Path) -> None:
    assert problems(tmp_path, cited("https://docs.aws.amazon.com.example.org/a"))


def test_a_text_cannot_have_been_read_in_the_future(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, cited("https://docs.aws.amazon.com/new.html", "2026-01/9999-12"))
    assert problem == "services/db.yaml: sources.page.read_on: 2026-01/9999-12 is in the future"


def test_a_text_of_today_is_not_in_the_future(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path)
    assert not list(source_problems(catalog, date(2026, 4, 13)))
    assert any("is in the future" in problem for problem in source_problems(catalog, date(2026, 4, 12)))


def test_a_page_that_was_read_in_two_texts_has_to_be_confirmed_or_explained(tmp_path: Path) -> None:
    found = problems(tmp_path, cited(PAGE, "2026-05-01"))
    assert found
    assert all("services/db.yaml cites the text of 2026-05-01: confirm the statements" in problem for problem in found)
    assert any(problem.startswith("services/app.yaml: sources.page.read_on: 2026-04-13, but") for problem in found)


def test_an_undated_copy_counts_as_older_than_a_dated_one(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, cited(PAGE, "undated"))
    assert problem.startswith("services/db.yaml: sources.page.read_on: undated, but")


def test_an_older_text_may_stay_where_its_file_says_why(tmp_path: Path) -> None:
    assert not problems(tmp_path, cited(PAGE, "2025-01-01", older="It is the older side of a disagreement."))


def test_a_reason_for_an_older_text_goes_when_it_is_the_newest_one(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, cited("https://docs.aws.amazon.com/only-here.html", older="It was kept."))
    assert problem == "services/db.yaml: sources.page.older: no newer text of this page is cited anywhere"


def test_two_anchors_of_a_page_are_one_page(tmp_path: Path) -> None:
    content = cited(f"{PAGE}#one")
    content["services/db.yaml"]["sources"]["again"] = {
        "url": f"{PAGE}#two",
        "title": "The same",
        "read_on": "2026-04-13",
    }
    content["services/db.yaml"]["docs"] = ["page", "again"]
    assert problems(tmp_path, content) == (f"services/db.yaml: sources: the page stands twice: {PAGE}",)


def test_the_newest_text_of_a_page_ends_last_and_then_begins_last(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"]["sources"]["page"] |= {"read_on": "2025-10/2026-03", "older": "Kept."}
    catalog = tiny_catalog(tmp_path, content)
    file, newest = newest_texts(sources_by_file(catalog))[PAGE]
    assert newest.read_on == "2026-04-13"
    assert file != "services/db.yaml"
