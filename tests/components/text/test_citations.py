"""Statements with their sources."""

import re
from pathlib import Path

import pytest

from components.text.citations import Citations, bullets, conflict_in_words, first_date, text_date
from data.records import Catalog, Fact, Judgement
from tests.tiny_catalog import documents, tiny_catalog

PAGE = "https://docs.aws.amazon.com/a/page.html"
OTHER = "https://docs.aws.amazon.com/b/other.html"
QUOTED = "https://docs.aws.amazon.com/c/quoted.html"


@pytest.fixture
def tiny(tmp_path: Path) -> Catalog:
    content = documents()
    content["services/db.yaml"]["sources"]["other"] = {
        "url": QUOTED,
        "title": 'The "other" | page',
        "read_on": "2025-10/2026-06",
        "read": "whole",
    }
    content["services/db.yaml"]["docs"] = ["page", "other"]
    return tiny_catalog(tmp_path, content)


@pytest.mark.parametrize(
    ("read_on", "words"),
    [
        ("2026-04-13", "13 Apr 2026"),
        ("2026-12", "Dec 2026"),
        ("2026", "2026"),
        ("2025-10/2026-06", "Oct 2025 to Jun 2026"),
        ("undated", "undated copy"),
    ],
)
def test_the_date_of_a_text_is_told_in_words(read_on: str, words: str) -> None:
    assert text_date(read_on) == words


def test_the_first_date_of_a_remark_is_told_in_words() -> None:
    assert first_date("2026-09-18 (offer published 2026-09-11)") == "18 Sep 2026"
    assert first_date("repository 2026-08-21; 2024-11-15") == "21 Aug 2026"
    assert first_date("a mirror without a date") == "a mirror without a date"


def test_sources_are_numbered_in_the_order_in_which_they_are_cited(tiny: Catalog) -> None:
    cited = Citations(tiny, tiny.services["db"].sources)
    assert cited.mark(["other"]).startswith(rf"[\[1\]]({QUOTED} ")
    assert cited.mark(["page", "other"]).startswith(rf"[\[2\]]({PAGE} ")
    assert [re.sub(r"\\", "", line) for line in cited.sources().splitlines()] == [
        f'1. [The "other" | page]({QUOTED}), text of Oct 2025 to Jun 2026',
        f"2. [A page]({PAGE}), text of 13 Apr 2026",
    ]


def test_a_title_with_quotes_and_bars_breaks_neither_link_nor_table(tiny: Catalog) -> None:
    mark = Citations(tiny, tiny.services["db"].sources).mark(["other"])
    assert mark.count('"') == 2
    assert "|" not in mark


def test_a_fact_tells_the_common_telling_where_it_misleads(tiny: Catalog) -> None:
    cited = Citations(tiny, tiny.services["db"].sources)
    told = cited.fact(Fact(text="It holds 4 nodes.", told="It holds 10.", source=("page",))).replace("\\", "")
    assert told.startswith("Often told as “It holds 10.”; accurate is: It holds 4 nodes. [[1]]")
    assert "Often told" not in cited.fact(Fact(text="It holds 4 nodes.", source=("page",)))


def test_where_official_pages_disagree_both_stand_there_with_their_addresses(tiny: Catalog) -> None:
    told = Citations(tiny, tiny.services["db"].sources).fact(Fact(text="It is one.", source=("page",), conflict="size"))
    assert "Official pages disagree" in told
    words = conflict_in_words(tiny.conflicts["size"])
    assert words in told
    assert PAGE in words
    assert OTHER in words
    assert "13 Apr 2026" in words


def test_a_statement_on_a_page_read_in_part_is_marked_and_so_is_the_page(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"]["sources"]["other"] = {"url": QUOTED, "title": "Other", "read_on": "2026"}
    content["services/db.yaml"]["docs"] = ["page", "other"]
    tiny = tiny_catalog(tmp_path, content)
    cited = Citations(tiny, tiny.services["db"].sources)
    mark = "Unconfirmed: page read in part"
    assert mark not in cited.fact(Fact(text="It holds 4 nodes.", source=("page",)))
    assert mark in cited.fact(Fact(text="It holds 9 nodes.", source=("other",)))
    assert mark in cited.judgement(Judgement(text="Use it", source=("page", "other")))
    assert [line.endswith(", read in part") for line in cited.sources().splitlines()] == [False, True]


def test_a_judgement_needs_no_source(tiny: Catalog) -> None:
    assert Citations(tiny, tiny.services["db"].sources).judgement(Judgement(text="Use it")) == "Use it"


def test_text_of_a_record_is_shown_as_it_is(tiny: Catalog) -> None:
    told = Citations(tiny, tiny.services["db"].sources).fact(Fact(text="**x** <b> $y$", source=("page",)))
    assert told.startswith(r"\*\*x\*\* \<b\> \$y\$ ")


def test_every_disagreement_of_the_catalog_is_shown_on_some_card(catalog: Catalog) -> None:
    records = [*catalog.services.values(), *catalog.connections.values(), *catalog.comparisons.values()]
    shown = re.findall(r"conflict='([a-z0-9-]+)'", " ".join(map(repr, records)))
    assert set(catalog.conflicts) - set(shown) == set()


def test_a_list_has_a_line_for_each_entry() -> None:
    assert bullets(["a", "b"]) == "- a\n- b"
