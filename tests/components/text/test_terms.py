"""The terms of the glossary, where a text uses them, and what search finds."""

import re
from pathlib import Path

import pytest

from components.text.plain_text import plain
from components.text.terms import with_terms
from data.records import Catalog
from data.search.searching import search
from tests.tiny_catalog import documents, tiny_catalog


def ids(catalog: Catalog, text: str, *about: str) -> list[str]:
    """Ids of the terms that are linked in a text, in its order."""
    titles = re.findall(r'\]\(sources\?q=\S+ "([^"]*)"', with_terms(catalog, text, about))
    return [
        term.id
        for title in titles
        for term in catalog.terms.values()
        if f"{term.term}: {term.definition}".replace('"', "'") in title
    ]


def tiny(folder: Path, **term: object) -> Catalog:
    content = documents()
    content["glossary/item.yaml"] |= term
    return tiny_catalog(folder, content)


@pytest.mark.parametrize(
    "word", ["RCU", "WCU", "OCU", "RPU", "MREC", "MRSC", "shard", "refresh interval", "pinning", "zero-ETL"]
)
def test_search_finds_the_words_that_a_newcomer_does_not_know(catalog: Catalog, word: str) -> None:
    found = [catalog.terms[hit.id] for hit in search(catalog, word) if hit.found == "term"]
    assert found
    named = [name.casefold() for term in found for name in (term.term.partition(" (")[0], *term.also)]
    assert any(word.casefold() in name for name in named)


def test_terms_come_in_the_order_in_which_the_text_uses_them(catalog: Catalog) -> None:
    assert ids(
        catalog, plain("A pinned session ends multiplexing; pinning is one client on one connection."), "rds-proxy"
    ) == ["pinning", "multiplexing"]


def test_a_word_that_means_two_things_is_explained_by_the_service_the_text_is_about(catalog: Catalog) -> None:
    text = "Each shard takes a share of the load."
    assert ids(catalog, text, "opensearch-serverless") == ["shard"]
    assert ids(catalog, text, "dynamodb-streams") == ["stream-shard"]
    assert ids(catalog, text, "rds") == []
    assert set(ids(catalog, text, "kinesis-data-streams", "opensearch")) == {"shard", "stream-shard"}


def test_a_command_is_not_taken_for_the_everyday_word(catalog: Catalog) -> None:
    assert "copy-command" in ids(catalog, "COPY loads files from S3.", "redshift")
    assert "copy-command" not in ids(catalog, "Keep a copy of the files in S3.", "redshift")


def test_words_inside_an_address_are_no_terms(catalog: Catalog) -> None:
    assert ids(catalog, '[\\[1\\]](https://docs.aws.amazon.com/pinning.html "Pinning, text of 2026")') == []


def test_only_the_first_use_of_a_term_is_linked_and_the_text_stays_as_it_is(catalog: Catalog) -> None:
    text = plain("Zero-ETL integrations copy rows. A zero-ETL integration is set up once.")
    linked = with_terms(catalog, text)
    assert linked.startswith("[Zero")
    assert linked.count("](sources?q=") == 1
    assert re.sub(r'\[([^\]]*)\]\(sources\?q=\S+ "[^"]*"\)', r"\1", linked) == text


def test_headings_badges_and_code_are_left_as_they_are(catalog: Catalog) -> None:
    for text in (
        "**Pinning**",
        "#### Pinning of sessions",
        ":gray-badge[pinning]",
        "```text\npinning\n```",
        "[pinning](https://docs.aws.amazon.com/)",
    ):
        assert with_terms(catalog, text) == text


def test_a_term_is_found_in_the_plural_and_in_any_case(tmp_path: Path) -> None:
    catalog = tiny(tmp_path, term="Cache entry (CE)", also=["item\u2010set", "CE"])
    assert ids(catalog, "Cache entrys expire") == ["item"]
    assert ids(catalog, "the CE expires") == ["item"]
    assert ids(catalog, "the ce expires") == []
    assert ids(catalog, "a pre-cache entrywise thing") == []
    assert ids(catalog, "two cache entrys at once") == ["item"]


def test_a_term_about_a_service_is_also_explained_on_the_cards_of_its_parts(tmp_path: Path) -> None:
    catalog = tiny(tmp_path, about=["db"])
    assert ids(catalog, "an item", "cache") == ["item"]
    assert ids(catalog, "an item", "search") == []
    assert ids(catalog, "an item") == ["item"]


def test_every_term_says_its_meaning_in_a_sentence(catalog: Catalog) -> None:
    for term in catalog.terms.values():
        assert term.definition.endswith("."), term.id
        assert len(term.definition) > 25, term.id


def test_a_term_about_a_service_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"glossary/item\.yaml: about: unknown service 'nowhere'"):
        tiny(tmp_path, about=["nowhere"])
