"""Numbers that the cards state are the numbers that AWS's own models state: bounds of shapes, or words of them.

`names_in_code.limits` hold what the catalog quotes from an API. Here are the figures and sentences of the cards
themselves: each row names one, and the place where a model of botocore or a resource schema of cfn-lint says the same.
A new version that says otherwise breaks the row, and then the page has to be read again.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import pytest

from data.records import Catalog
from data.records.pointers import facts_of
from tests.aws_models import AwsModels
from tests.numbers_of_aws import HELD, Held
from tests.numbers_of_schemas import HELD_BY_SCHEMAS

WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "ten": 10}
BOUNDS = ("min", "max", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems")
ALL_HELD = (*HELD, *HELD_BY_SCHEMAS)
MORE_THAN_BEFORE = 60


class Numbers(NamedTuple):
    """What both sides say; None where one says nothing."""

    ours: Collection[float]
    theirs: float | None


def number(text: str) -> float:
    return WORDS[text] if text in WORDS else float(text.replace(",", ""))


def stated(catalog: Catalog, held: Held) -> Collection[float]:
    """The figure of a limit by its name, or the numbers of a text that begins with the same words."""
    service = catalog.services[held.service]
    figures = [limit.value for limit in service.limits if limit.name == held.statement]
    if figures:
        return [float(value) for value in figures if isinstance(value, int | float)]
    texts = [text for text in texts_of(catalog, held.service) if text.startswith(held.statement)]
    return [
        number(found)
        for text in texts
        for found in re.findall(r"\b\d[\d,]*(?:\.\d+)?\b|\b(?:" + "|".join(WORDS) + r")\b", text)
    ]


def texts_of(catalog: Catalog, service: str) -> list[str]:
    """The statements of a card and of its arrows."""
    arrows = [arrow for arrow in catalog.connections.values() if service in (arrow.source_id, arrow.target_id)]
    return [fact.text for record in (catalog.services[service], *arrows) for fact in facts_of(record)]


def said_by_aws(held: Held, models: AwsModels) -> float | None:
    if held.client.startswith("AWS::"):
        schema = models.schema(held.client, held.place) or {}
        return bound_or_word(held.says, schema, " ".join(str(schema.get("description", "")).split()))
    bounds = models.bounds(held.client, held.place) if held.says in ("min", "max") else None
    return bound_or_word(held.says, bounds or {}, models.words(held.client, held.place) or "")


def bound_or_word(says: str, bounds: Mapping[str, Any], words: str) -> float | None:
    """The bound of that name, or the first group of the pattern in the words."""
    if says in BOUNDS:
        return float(bounds[says]) if says in bounds else None
    match = re.search(says, words)
    return number(match[1]) if match else None


def compare(catalog: Catalog, held: Held) -> Numbers:
    theirs = said_by_aws(held, AwsModels())
    return Numbers(stated(catalog, held), None if theirs is None else theirs / held.divided_by)


@pytest.mark.parametrize("held", ALL_HELD, ids=lambda held: f"{held.client}: {held.service}: {held.statement}")
def test_a_number_of_a_card_is_what_the_model_says(catalog: Catalog, held: Held) -> None:
    ours, theirs = compare(catalog, held)
    assert ours, f"{held.service} has no figure and no statement {held.statement!r}"
    assert theirs is not None, f"{held.client} no longer says {held.says!r} at {held.place}"
    assert theirs in ours, (
        f"{held.service}: {held.statement}: we say {sorted(ours)}; {held.client} {held.place} says {theirs}"
    )


def test_at_least_sixty_more_numbers_are_held_than_the_names_in_code_hold(catalog: Catalog) -> None:
    before = sum(len(service.names_in_code.limits) for service in catalog.services.values())
    print(
        f"{len(ALL_HELD)} numbers of cards are held, {len(HELD)} of them against botocore and {len(HELD_BY_SCHEMAS)} "
        f"against cfn-lint, beside {before} bounds in names in code"
    )
    assert len(set(ALL_HELD)) == len(ALL_HELD)
    assert len(ALL_HELD) >= MORE_THAN_BEFORE


def test_a_number_that_differs_is_told_with_both_sides(catalog: Catalog) -> None:
    wrong = Held("dynamodb", "Item size", "dynamodb", "BatchWriteItem", r"up to ([\d,]+) item put")
    assert compare(catalog, wrong) == Numbers([400.0], 25.0)


def test_words_of_a_member_an_operation_and_a_shape_are_found() -> None:
    models = AwsModels()
    assert "compute nodes" in (models.words("redshift", "CreateClusterMessage.NumberOfNodes") or "")
    assert "in a single call" in (models.words("firehose", "PutRecordBatch") or "")
    assert "<" not in (models.words("dynamodb", "LimitExceededException") or "")
    assert models.words("dynamodb", "NoSuchThing") is None
