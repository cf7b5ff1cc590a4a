"""Markdown that is taken along reads the same everywhere it is pasted."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import cmarkgfm
import markdown
import pytest
from jsonschema import Draft202012Validator

from components.exports.brief import brief_with_picture, markdown_brief
from components.exports.madr import decision_record
from components.exports.markdown_text import plain_markdown
from components.exports.selection import export_schema, selection_json
from components.exports.told import told_of
from data.landscape.levels import layers_of
from data.landscape.view import Question
from data.records import Catalog
from data.tools.unconfirmed import unread_statements
from tests import read_exports as read
from tests.components.exports.other_tools import run_tool
from tests.components.exports.records import HOSTILE, of_landscape, of_use_case

TEXTS = (
    *(" ".join(name.split()) for name in HOSTILE),
    "MITRE ATT&CK &amp; <account id> a_b_c *not* ~~out~~ ~1~ 2^10 x^2^ $5 and $6 {{x}} @someone",
    "1. not a list",
    "1) neither",
    "- nor this",
    "+ nor that",
    "= heading =",
    ": definition",
    "# no heading",
    "> no quote",
    "<not.a.link> [no](link) ![no](picture) `no code`",
)
READERS: dict[str, Callable[[bytes], str]] = {
    "Python-Markdown": lambda text: markdown.markdown(text.decode(), extensions=["extra"]),
    "GitHub's cmark": lambda text: cmarkgfm.github_flavored_markdown_to_html(text.decode()),
    "cmark": lambda text: run_tool("cmark", given=text).decode(),
    "pandoc, as GitHub": lambda text: run_tool("pandoc", "-f", "gfm", "-t", "html", "--wrap=none", given=text).decode(),
    "pandoc, its own": lambda text: run_tool(
        "pandoc", "-f", "markdown-smart", "-t", "html", "--wrap=none", given=text
    ).decode(),
}


class _Seen(HTMLParser):
    """The text of each paragraph or item, and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.tags, self.links = "", set[str](), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(html: str) -> _Seen:
    page = _Seen()
    page.feed(html)
    return page


@pytest.mark.parametrize("reader", READERS)
def test_any_text_reads_as_it_was_written(reader: str) -> None:
    for text in TEXTS:
        page = seen(READERS[reader](plain_markdown(text).encode()))
        assert " ".join(page.text.split()) == text, text
        assert page.tags <= {"p"}, text


def _by_way_of_confluence(text: bytes) -> str:
    wiki = run_tool("pandoc", "-f", "gfm", "-t", "jira", given=text)
    return run_tool("pandoc", "-f", "jira", "-t", "html", "--wrap=none", given=wiki).decode()


CITING = READERS | {"the wiki of Confluence": _by_way_of_confluence}


@pytest.mark.parametrize("reader", CITING)
@pytest.mark.parametrize("form", [markdown_brief, decision_record])
def test_citations_lead_to_their_pages_in_every_reader(
    reader: str, form: Callable[..., bytes], catalog: Catalog
) -> None:
    page = seen(CITING[reader](form(catalog, of_use_case(catalog, "siem"))))
    told = catalog.use_cases["siem"]
    assert "MITRE ATT&CK" in page.text
    assert {told.sources[key].url for judgement in told.why for key in judgement.source} <= set(page.links)
    assert [step.title for step in told.steps if step.title not in page.text] == []


def test_a_decision_record_has_the_headings_of_its_form_in_their_order(catalog: Catalog) -> None:
    text = decision_record(catalog, of_use_case(catalog, "siem")).decode()
    assert re.match(r"---\nstatus: proposed\ndate: \d{4}-\d\d-\d\d\n---\n\n# ", text)
    assert re.findall(r"(?m)^## (.+)", text) == [
        "Context and Problem Statement",
        "Decision Drivers",
        "Considered Options",
        "Decision Outcome",
        "Pros and Cons of the Options",
        "More Information",
    ]
    for entry in catalog.use_cases["siem"].alternatives:
        assert text.count(plain_markdown(entry.title)) >= 2


def test_the_brief_in_a_zip_stands_beside_the_picture_that_it_shows(catalog: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "brief.zip"
    file.write_bytes(brief_with_picture(catalog, of_use_case(catalog, "siem")))
    with ZipFile(file) as brief:
        text, picture = (brief.read(name) for name in ("siem.md", "siem.svg"))
    assert b"](siem.svg)" in text
    assert read.in_svg(picture) == read.in_brief(text)


def test_the_brief_of_the_wide_map_says_that_its_picture_is_too_large_for_a_text(catalog: Catalog) -> None:
    families = tuple(family.id for family in catalog.taxonomy.families)
    every = Question(scope="wide", layers=tuple(layers_of(catalog)), families=families)
    text = markdown_brief(catalog, of_landscape(catalog, every)).decode()
    assert "```mermaid" not in text
    assert "more than Mermaid can draw" in text


def test_the_json_names_its_schema_and_keeps_it(catalog: Catalog) -> None:
    schema = export_schema()
    Draft202012Validator.check_schema(schema)
    for record in (of_landscape(catalog, Question(service="dax")), of_use_case(catalog, "siem", 2)):
        told = json.loads(selection_json(catalog, record))
        Draft202012Validator(schema).validate(told)
        assert told["$schema"].endswith("/api/export.schema.json")
        assert told["version"] == 1


def test_a_statement_on_a_page_read_in_part_is_marked_in_whatever_is_taken_along(catalog: Catalog) -> None:
    unread = [each.pointer.partition("/") for each in unread_statements(catalog)]
    for use_case in {identity for folder, _, identity in unread if folder == "use_cases"}:
        record = of_use_case(catalog, use_case)
        for told in (markdown_brief(catalog, record).decode(), "".join(map(str, told_of(record)))):
            assert "(unconfirmed: page read in part)" in told
