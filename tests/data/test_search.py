"""What a search finds first."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.records import Catalog
from data.search import LONGEST_QUERY, Place, found_services, search
from data.search.index import index_of, name_key
from data.search.question import understood
from data.search.words import words_of
from tests.tiny_catalog import documents, tiny_catalog


@pytest.mark.parametrize(
    ("query", "found", "identity"),
    [
        ("cache", "service", "dax"),
        ("cold", "service", "dynamodb-standard-ia"),
        ("infrequent access", "service", "dynamodb-standard-ia"),
        ("elasticsearch", "service", "opensearch"),
        ("Amazon Elasticsearch Service", "service", "opensearch"),
        ("warehouse", "service", "redshift"),
        ("dynmodb", "service", "dynamodb"),
        ("redshft", "service", "redshift"),
        ("opensearch servrless", "service", "opensearch-serverless"),
        ("quicksight", "service", "quick-sight"),
        ("kinesis firehose", "service", "firehose"),
        ("Kinesis Data Firehose", "service", "firehose"),
        ("DDB", "service", "dynamodb"),
        ("AOSS", "service", "opensearch-serverless"),
        ("postgres", "service", "rds"),
        ("connection pool", "service", "rds-proxy"),
        ("RCU", "term", "rcu"),
        ("siem", "use_case", "siem"),
        ("SIEM", "use_case", "siem"),
        ("  dynamodb   streams ", "service", "dynamodb-streams"),
        ("dynamodb-streams", "service", "dynamodb-streams"),
    ],
)
def test_the_best_hit_is_the_one_that_was_meant(catalog: Catalog, query: str, found: str, identity: str) -> None:
    best = search(catalog, query)[0]
    assert (best.found, best.id) == (found, identity)


@pytest.mark.parametrize("field", ["id", "name", "short_name"])
def test_every_service_is_found_first_by_its_own_name(catalog: Catalog, field: str) -> None:
    for service in catalog.services.values():
        hits = [hit.id for hit in search(catalog, getattr(service, field)) if hit.found == "service"]
        assert hits[0] == service.id, (getattr(service, field), hits[:3])


def test_every_service_is_found_by_its_old_names(catalog: Catalog) -> None:
    for service in catalog.services.values():
        for name in service.former_names:
            assert service.id in found_services(catalog, name), name


def test_every_use_case_and_term_is_found_by_its_title(catalog: Catalog) -> None:
    for use_case in catalog.use_cases.values():
        assert ("use_case", use_case.id) in {(hit.found, hit.id) for hit in search(catalog, use_case.title)}
    for term in catalog.terms.values():
        assert ("term", term.id) in {(hit.found, hit.id) for hit in search(catalog, term.term)}


@pytest.mark.parametrize("word", ["loop", "htap", "rust", "helm", "grenzen"])
def test_a_word_is_not_taken_for_a_slip_of_another_one(catalog: Catalog, word: str) -> None:
    assert [idea.typed for idea in understood(catalog, index_of(catalog), word).ideas] == [word]


@pytest.mark.parametrize("query", ["", " ", "\n\t", "...", "****", "((((", "/\\", "\x00", "\u200b", "$^|?"])
def test_nothing_and_only_signs_find_nothing(catalog: Catalog, query: str) -> None:
    assert search(catalog, query) == ()


@pytest.mark.parametrize(
    "query",
    ["x" * 10_000, "a b " * 2_500, "(" * 5_000 + "a" * 5_000, "é" * 10_000, "\N{ROCKET}" * 10_000],
    ids=["letters", "words", "brackets", "accents", "rockets"],
)
def test_ten_thousand_characters_cost_no_more_than_the_longest_query(catalog: Catalog, query: str) -> None:
    assert search(catalog, query) == search(catalog, " ".join(query.casefold().split())[:LONGEST_QUERY])


@pytest.mark.parametrize(
    "query",
    [
        "cache.*",
        "[cache]",
        "cache|",
        "<b>cache</b>",
        "**cache**",
        "cache'; DROP TABLE",
        "%{cache}",
        "$cache$",
        ":red[cache]",
    ],
)
def test_markup_and_patterns_are_only_words(catalog: Catalog, query: str) -> None:
    plain = " ".join("".join(c if c.isalnum() else " " for c in query).split())
    assert {hit.id for hit in search(catalog, query)} == {hit.id for hit in search(catalog, plain)}


def test_a_pattern_does_not_match_everything(catalog: Catalog) -> None:
    assert search(catalog, ".*") == ()
    assert search(catalog, "zzzzqqqq.*") == ()


def test_several_words_have_to_fit_together(catalog: Catalog) -> None:
    both = found_services(catalog, "dynamodb streams")
    assert "dynamodb-streams" in both
    assert "dax" not in both


def test_a_service_is_found_by_its_purpose_after_those_with_the_word_in_their_name(tmp_path: Path) -> None:
    content = documents()
    content["services/search.yaml"]["purpose"]["text"] = "It looks through the archive."
    hits = [hit.id for hit in search(tiny_catalog(tmp_path, content), "archive") if hit.found == "service"]
    assert list(dict.fromkeys(hits)) == ["archive", "search"]


def test_a_slip_of_the_finger_is_forgiven_only_where_nothing_fits(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path)
    assert search(catalog, "databse")[0].id == "db"
    assert search(catalog, "finder")[0].id == "search"
    assert search(catalog, "xylophone") == ()


def test_a_use_case_found_brings_no_service_with_it(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path)
    assert search(catalog, "read")[0].found == "use_case"
    assert found_services(catalog, "read") == frozenset()


def test_words_may_be_missing_and_the_hit_says_which(catalog: Catalog) -> None:
    best = search(catalog, "rds snapshot xylophone")[0]
    assert best.missing == ("xylophone",)
    assert search(catalog, "rds snapshot")[0].missing == ()


def test_a_hit_shows_the_sentence_with_the_words_marked_and_opens_its_part(catalog: Catalog) -> None:
    best = search(catalog, "400 KB item size dynamodb")[0]
    assert [piece.text for piece in best.sentence if piece.marked][:2] == ["Item", "size"]
    assert best.place == Place("limits", (("limit", "dynamodb.item-size"),))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("ElastiCache", "ElastiCache"),
        ("redis cluster", "Redis"),
        ("elasticache or dax", "ElastiCache"),
        ("elasticcache", "ElastiCache"),
    ],
)
def test_a_service_that_is_not_here_is_said_not_to_be_here_by_the_name_that_was_typed(
    catalog: Catalog, query: str, name: str
) -> None:
    best = search(catalog, query)[0]
    assert (best.found, best.id) == ("outsider", "elasticache")
    assert best.text == f"{name} is not in this atlas; for caching see DAX."


def test_every_name_of_an_outsider_is_told_and_is_no_slip_of_another_word(catalog: Catalog) -> None:
    for outsider in catalog.search_words.outsiders:
        for name in (outsider.name, *outsider.names):
            best = search(catalog, name)[0]
            if name_key(words_of(name)) in index_of(catalog).names:  # Another name of something that is here.
                continue
            assert (best.found, best.id) == ("outsider", outsider.id), name
            assert best.text.startswith((f"{name} is not", f"{outsider.name} is not")), name


def test_what_an_outsider_points_to_is_offered_beside_it(catalog: Catalog) -> None:
    for outsider in catalog.search_words.outsiders:
        assert set(outsider.see) <= {hit.id for hit in search(catalog, outsider.name)}, outsider.id


def test_many_visitors_may_search_at_once(catalog: Catalog) -> None:
    queries = ["dynamodb throttled", "rds stop", "pinning", "400 KB"] * 5
    alone = [search(catalog, query) for query in queries]
    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(lambda query: search(catalog, query), queries)) == alone


def test_the_same_question_has_the_same_answer(catalog: Catalog) -> None:
    hits = search(catalog, "log")
    assert hits == search(catalog, "LOG ")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_what_compares_and_what_asks_for_an_amount_are_words_of_the_catalog(catalog: Catalog, tmp_path: Path) -> None:
    for query, compares, amount in (
        ("Unterschied zwischen RDS und DynamoDB", True, False),
        ("dax vs redis", True, False),
        ("how large is an item", False, True),
        ("large items", False, False),
    ):
        question = understood(catalog, index_of(catalog), query)
        assert (question.compares, question.amount) == (compares, amount), query
    words = {"search/comparing_words.yaml": ["contre face"], "search/amount_words.yaml": ["combien de"]}
    french = tiny_catalog(tmp_path, documents() | words)
    question = understood(french, index_of(french), "combien de lectures, db contre cache?")
    assert question.compares
    assert question.amount
    assert not understood(french, index_of(french), "how many, db versus cache?").compares
