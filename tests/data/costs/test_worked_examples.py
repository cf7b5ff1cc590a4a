"""Examples that AWS works out itself come out the same by the models, within the tolerance that AWS's own rounding
needs.
"""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from data.billing.bill import Bill
from data.billing.models import bill
from data.costs.question import ask, models
from data.records import Catalog

EXAMPLES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("worked_examples.yaml").read_text("utf-8"))
TESTED = [example for example in EXAMPLES if "not_tested" not in example]


def _bill(catalog: Catalog, example: dict[str, Any]) -> Bill:
    model = models(catalog)[example["model"]]
    question, problems = ask(catalog, model, example["inputs"], [example["option"]], example.get("rates"))
    assert problems == ()
    return bill(model, question.options[0], question.inputs, question.book(catalog))


def _found(bill: Bill, example: dict[str, Any]) -> Decimal:
    if example["check"] == "total":
        assert bill.whole, [line.what for line in bill.unknown]
        return bill.total
    if example["check"] == "once":
        return sum((line.amount or Decimal(0) for line in bill.paid_once), Decimal(0))
    if example["check"] == "lines":
        return sum(
            (line.amount or Decimal(0) for line in bill.lines if line.what.startswith(tuple(example["lines"]))),
            Decimal(0),
        )
    return sum((line.quantity for line in bill.monthly if line.what.startswith(example["line"])), Decimal(0))


@pytest.mark.parametrize("example", TESTED, ids=lambda example: example["id"])
def test_an_example_of_aws_comes_out_the_same(example: dict[str, Any], catalog: Catalog) -> None:
    found = _found(_bill(catalog, example), example)
    assert abs(found - Decimal(example["expected"])) <= Decimal(example["tolerance"]), (found, example["expected"])


def test_an_example_that_is_not_tested_says_why() -> None:
    assert all(example["not_tested"].endswith(".") for example in EXAMPLES if example not in TESTED)
