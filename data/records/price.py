"""Prices: what AWS meters, what it charges for a unit, where and when that was read; and the rules of thumb that AWS
states beside them.
"""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from data.records.statements import Record, Slug, Text

AMOUNT = re.compile(r"\d{1,12}(\.\d{1,14})?")


def _decimal(value: object) -> object:
    if isinstance(value, float):
        raise ValueError("write the amount in quotes, so that it is kept to the last digit")
    return Decimal(value) if isinstance(value, str) and AMOUNT.fullmatch(value) else value


Money = Annotated[Decimal, BeforeValidator(_decimal), Field(ge=0, allow_inf_nan=False)]
Confidence = Literal["high", "medium", "low"]
Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s()<>\"]+$")]
Evidence = Literal[
    "offer_file",
    "offer_extract",
    "aws_page_copy",
    "aws_docs_copy",
    "aws_repo",
    "aws_blog_copy",
    "calculator_capture",
    "test_fixture",
    "transcription",
    "third_party",
]


class PriceCopy(Record):
    """A text in which prices were read: an offer file of AWS, a copy of a price page, or what somebody else noted down.
    `read_on` dates the text.
    """

    what: Text
    address: Text
    read_on: Text
    kind: Evidence


class PriceTier(Record):
    """From `over` units of the month on, the unit costs `usd`."""

    over: Money
    usd: Money


class Price(Record):
    """What one meter costs in one Region.

    `usd` is for one `unit`; what holds a `percent` or a `factor` changes other prices. `upfront_usd` is paid once for
    `term_years`, `free` is the number of units that an account has free each month. `meter` is the same in every
    Region. `kept` prices are on record because they are told, and no bill uses them.
    """

    id: Slug
    meter: Slug
    region: Slug
    metered: Text
    unit: Text
    usd: Money | None = None
    percent: Money | None = None
    factor: Money | None = None
    tiers: tuple[PriceTier, ...] = ()
    upfront_usd: Money | None = None
    term_years: Literal[1, 3] | None = None
    free: Money | None = None
    free_tier: Text | None = None
    minimum: Text | None = None
    rounding: Text | None = None
    notes: Text | None = None
    conflict: tuple[Text, ...] = ()
    usage_type: Text | None = None
    sku: Text | None = None
    url: Address
    read_in: Slug
    also_in: tuple[Slug, ...] = ()
    confidence: Confidence
    kept: bool = False


class PriceFile(Record):
    """The prices of one service, and the texts they were read in, once for all of them."""

    id: Slug
    copies: Annotated[dict[Slug, PriceCopy], Field(min_length=1)]
    prices: Annotated[tuple[Price, ...], Field(min_length=1)]


class RuleOfThumb(Record):
    """A rule for a choice, in our words; `stated_by` says who states it, `our_check` what current prices make of it.
    `threshold` names its numbers.
    """

    id: Slug
    services: Annotated[tuple[Slug, ...], Field(min_length=1)]
    rule: Text
    threshold: dict[str, Money] = Field(default_factory=dict)
    stated_by: Text
    kind: Literal["stated", "third_party", "own_arithmetic"]
    url: Address
    copied_from: Text
    read_on: Text
    confidence: Confidence
    our_check: Text | None = None
    conflict: tuple[Text, ...] = ()


InputName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]


class CostPart(Record):
    """A part of the picture, the model and option that price it, and its inputs as text.

    `at` is the id of a service or of a connection. The inputs in `grows` grow with the load.
    """

    at: Text
    model: Slug
    option: Slug
    inputs: dict[InputName, Text]
    grows: tuple[InputName, ...] = ()


class SmallerBill(Record):
    """What the smaller or cheaper version leaves out of the picture, and what it has instead."""

    without: Annotated[tuple[Text, ...], Field(min_length=1)]
    instead: tuple[CostPart, ...] = ()


class UseCaseCosts(Record):
    """`load` says in words what one time the load is.

    `no_charge` names parts that nothing is charged for, or that are not part of the bill, with the reason. Every other
    service of the use case has a part, or its cost is unknown.
    """

    id: Slug
    load: Text
    parts: Annotated[tuple[CostPart, ...], Field(min_length=1)]
    no_charge: dict[str, Text] = Field(default_factory=dict)
    smaller: SmallerBill
