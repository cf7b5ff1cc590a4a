"""The table of limits: which rows fit, and in which order they stand."""

import pytest

from data.catalog import Catalog
from data.comparing import limit_rows as module
from data.comparing.limit_rows import SORTS, LimitFilter, LimitRow, limit_rows
from data.comparing.quantity import in_words
from data.search.words import words_of


def shown(catalog: Catalog, text: str, sort: str = "service", *, descending: bool = False) -> list[LimitRow]:
    return LimitFilter(text=text).rows(catalog, sort, descending=descending)


def test_every_limit_has_a_row_of_its_own(catalog: Catalog) -> None:
    rows = limit_rows(catalog)
    assert len(rows) == sum(len(service.limits) for service in catalog.services.values())
    assert rows["dynamodb.item-size"].limit.value == 400


@pytest.mark.parametrize(
    ("text", "fits", "too_small_or_else"),
    [
        ("at least 1 MB", "redshift.input-row-of-copy", "dynamodb.item-size"),
        ("at most 400 KB", "dynamodb.item-size", "redshift.input-row-of-copy"),
        ("under 1 hour", "rds-proxy.idle-client-timeout", "dynamodb-streams.retention"),
        ("over 23 hours", "dynamodb-streams.retention", "rds-proxy.idle-client-timeout"),
        ("at least 2,000 connections", "redshift.connections", "rds-proxy.proxies"),
        (
            "dynamodb at least 10 GB",
            "dynamodb.item-collection-of-a-table-with-local-secondary-indexes",
            "s3.object-size",
        ),
    ],
)
def test_a_size_in_words_is_a_condition(catalog: Catalog, text: str, fits: str, too_small_or_else: str) -> None:
    found = {row.id for row in shown(catalog, text)}
    assert fits in found
    assert too_small_or_else not in found


def test_words_and_fields_narrow_the_rows(catalog: Catalog) -> None:
    assert {row.service.id for row in LimitFilter(services=("dax",)).rows(catalog)} == {"dax"}
    assert {row.limit.adjustable for row in LimitFilter(adjustable=("yes",)).rows(catalog)} == {"yes"}
    assert "dynamodb.item-size" in {row.id for row in shown(catalog, "item size")}
    assert shown(catalog, "xylophone") == []


def test_values_are_sorted_as_quantities_and_what_is_text_stands_last(catalog: Catalog) -> None:
    for descending in (False, True):
        rows = shown(catalog, "", "value", descending=descending)
        sizes = [row.size for row in rows]
        first_text = sizes.index(None)
        assert all(size is None for size in sizes[first_text:])
        of_bytes = [size.written for size in sizes[:first_text] if size and size.dimension == "bytes"]
        assert of_bytes == sorted(of_bytes, reverse=descending)


@pytest.mark.parametrize("sort", SORTS)
def test_every_column_sorts_all_rows(catalog: Catalog, sort: str) -> None:
    assert len(shown(catalog, "", sort)) == len(limit_rows(catalog))


def test_a_value_reads_as_a_sentence_would(catalog: Catalog) -> None:
    assert in_words(limit_rows(catalog)["dynamodb.table-size"].limit) == "no practical limit on items or bytes"


def test_what_happens_when_a_limit_is_hit_is_told_by_its_trouble(catalog: Catalog) -> None:
    told = limit_rows(catalog)["dynamodb.item-size"].troubles
    assert [trouble.id for trouble in told] == ["dynamodb-item-too-large"]


def test_a_question_of_many_words_reads_each_row_once(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str) -> tuple[str, ...]:
        read.append(text)
        return words_of(text)

    monkeypatch.setattr(module, "words_of", counted)
    limit_rows.cache_clear()
    LimitFilter(text="a").rows(catalog)
    once = len(read)
    LimitFilter(text="a b " * 50).rows(catalog)
    assert len(read) < once + 10
