"""What holds of every bill, whatever is asked: tried with inputs that nobody thought of."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.billing.bill import Line
from data.billing.book import PriceBook, price_book
from data.billing.inputs import Inputs, fields_of, read_inputs
from data.billing.models import Model, Option, bill
from data.catalog import catalog
from data.costs.question import ask, models
from data.costs.turning import curve, total
from data.records.price import Price, PriceTier

ALL = [(model, option) for model in models(catalog()).values() for option in model.options]
MONOTONE_NOT = {
    "target_utilisation",
    "dax_hit_percent",
    "scaling_credit_hours",
    "reserved_rpu",
    "reserved_read_blocks",
    "reserved_write_blocks",
}
MONOTONE_NOT |= {
    "object_mb",
    "record_kb",
    "storage_gb",
    "replicas",
    "peak_hours",
    "ocu_hours",  # zero is not "none": the hours then follow from units and time
    "ingestion_ocu_hours",
    "vcpu",  # zero follows from the class
}  # see `test_more_use_never_costs_less`
LIMITED = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _inputs(draw: st.DrawFn, model: Model) -> Inputs:
    texts: dict[str, str] = {}
    for field in draw(
        st.lists(st.sampled_from(fields_of(model.inputs)), max_size=8, unique_by=lambda field: field.name)
    ):
        if field.kind == "choice":
            texts[field.name] = draw(st.sampled_from(field.choices))
        elif field.kind != "name":
            high = min(field.high, field.low + 100_000)
            texts[field.name] = str(
                draw(st.integers(int(field.low) + (0 if field.low == int(field.low) else 1), int(high)))
            )
    found, problems = read_inputs(model.inputs(), texts)
    assert problems == ()
    return found


@st.composite
def asked(draw: st.DrawFn) -> tuple[Model, Option, Inputs]:
    model, option = draw(st.sampled_from(ALL))
    return model, option, _inputs(draw, model)


def _book(asks: Inputs) -> PriceBook:
    return price_book(catalog(), asks.region, free_tier=asks.free_tier == "yes")


@LIMITED
@given(asked())
def test_the_sum_of_the_lines_is_the_total_and_each_line_is_quantity_times_price(
    question: tuple[Model, Option, Inputs],
) -> None:
    model, option, asks = question
    found = bill(model, option, asks, _book(asks))
    assert found.total == sum((line.amount for line in found.monthly if line.amount is not None), Decimal(0))
    for line in found.lines:
        assert line.quantity >= 0  # a free allowance can take all of it
        if line.amount is not None and line.unit_price is not None:
            assert abs(line.amount - line.quantity * line.unit_price) <= abs(line.amount) * Decimal("1e-20")


@LIMITED
@given(asked())
def test_a_bill_with_an_unknown_price_does_not_pretend_to_be_whole(question: tuple[Model, Option, Inputs]) -> None:
    model, option, asks = question
    elsewhere = asks.model_copy(update={"region": "ap-south-1"})
    found = bill(model, option, elsewhere, _book(elsewhere))
    assert found.whole == all(line.amount is not None for line in found.monthly)
    assert (total(option, elsewhere, _book(elsewhere)) is None) == (not found.whole)
    for line in found.lines:
        assert line.price is None or line.price.region == "ap-south-1"
        assert (line.amount is None) == (line.unit_price is None)


@LIMITED
@given(asked(), st.data())
def test_more_use_never_costs_less(question: tuple[Model, Option, Inputs], data: st.DataObject) -> None:
    """Left out: what is no use but a discount (a higher utilisation, more hits, credits, reservations), the storage
    that makes backups and IOPS free, a record or an object that is larger, of which there are then fewer, and how long
    a peak lasts.
    """
    model, option, asks = question
    growing = [
        field
        for field in fields_of(model.inputs)
        if field.kind in {"number", "whole"} and field.name not in MONOTONE_NOT
    ]
    field = data.draw(st.sampled_from(growing))
    value = Decimal(getattr(asks, field.name))
    more = min(field.high, value + data.draw(st.integers(1, 1000)))
    grown: Any = int(more) if field.kind == "whole" else more
    before, after = (
        total(option, inputs, _book(asks)) for inputs in (asks, asks.model_copy(update={field.name: grown}))
    )
    if before is not None and after is not None and field.name not in NOT_FOR_ALL.get(model.id, set()):
        assert after >= before - Decimal("1e-9"), (option.id, field.name, value, more)


NOT_FOR_ALL = {
    "dynamodb-table": {
        "strong_percent",
        "peak_factor",
    },  # strong reads replace transactional ones; a peak can take the traffic of the hours that need a whole unit
    "search-and-logs": {
        "ebs_gb",
        "warm_gb",
        "cold_gb",
        "data_nodes",
        "warm_nodes",
    },  # given sizes replace those that follow from the volume
    "kinesis-stream": {"shards"},  # a given number replaces the one that follows
    "way-into-opensearch": {"shards"},
    "warehouse": {"rpu"},  # with more RPU a smaller share is reserved
    "lambda": {"provisioned_requests"},  # they take the place of others
}


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=4), st.integers(0, 4000))
def test_tiers_join_without_a_jump(steps: list[int], quantity: int) -> None:
    bounds = [sum(steps[: number + 1]) for number in range(len(steps))]
    tiers = tuple(PriceTier(over=Decimal(over), usd=Decimal(len(steps) - number)) for number, over in enumerate(bounds))
    price = Price(
        id="p",
        meter="p",
        region="r",
        metered="m",
        unit="unit",
        usd=Decimal(9),
        tiers=tiers,
        url="https://aws.amazon.com/s3/pricing/",
        read_in="x",
        confidence="high",
    )
    book = PriceBook("r", {("p", "r"): price}, {})

    def cost(units: Decimal) -> Decimal:
        lines: tuple[Line, ...] = book.lines("w", units, "p")
        assert sum((line.quantity for line in lines), Decimal(0)) == units
        return sum((line.amount for line in lines if line.amount is not None), Decimal(0))

    step = Decimal("0.001")
    assert 0 <= cost(quantity + step) - cost(Decimal(quantity)) <= step * 9


Pair = tuple[str, str, str, str, dict[str, str]]
PAIRS: list[Pair] = [
    (
        "dynamodb-table",
        "on-demand",
        "on-demand-ia",
        "storage_gb",
        {"reads_per_second": "100", "writes_per_second": "10"},
    ),
    ("dynamodb-table", "on-demand", "provisioned", "target_utilisation", {"writes_per_second": "5000"}),
    ("warehouse", "provisioned", "serverless", "hours_per_day", {}),
    ("warehouse", "serverless", "serverless-reserved", "hours_per_day", {}),
    ("relational-database", "aurora", "aurora-io", "io_million", {"storage_gb": "500"}),
    ("relational-database", "rds-single", "rds-single-1yr", "running_percent", {"storage_gb": "50"}),
    ("way-into-opensearch", "ingestion", "lambda", "gb_per_day", {}),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: " ".join(pair[:4]))
@LIMITED
@given(factor=st.integers(1, 30))
def test_options_are_equal_at_the_computed_crossing(pair: Pair, factor: int) -> None:
    name, first, second, over, texts = pair
    grown = {key: str(int(text) * factor) for key, text in texts.items()}
    question, _ = ask(catalog(), models(catalog())[name], grown, [first, second], over=over)
    book = question.book(catalog())
    found = curve(question.model, question.options, question.inputs, book, over)
    assert len(found.crossings) == 1
    crossing = found.crossings[0]
    costs = [total(option, question.inputs.model_copy(update={over: crossing.at}), book) for option in question.options]
    assert costs[0] is not None
    assert costs[1] is not None
    assert abs(costs[0] - costs[1]) <= max(
        Decimal("0.001"), costs[0] / 1000
    )  # a thousandth: a unit of capacity is whole
