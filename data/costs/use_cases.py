"""A use case as a model: each part of its picture is priced by the model of its service, and the smaller version beside
it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from data.billing.bill import Line
from data.billing.book import PriceBook
from data.billing.inputs import Inputs, choice, fields_of, number
from data.billing.models import NOT_HELD, Model, Option
from data.billing.parts import PARTS, part_inputs
from data.records import Catalog
from data.records.price import CostPart

USE_CASE = "use-case"
COMMON = ("region", "hours", "free_tier")


class UseCaseInputs(Inputs):
    """A use case, and how many times the load of our example it has."""

    use_case: str = choice("welcome-message", "Use case", "Use case")
    load: Decimal = number("1", "0.01", "1000", "Load", "times the example", "Use case")


@dataclass(frozen=True)
class _Priced:
    part: CostPart
    model: Model
    option: Option
    inputs: Inputs


@lru_cache(maxsize=4)
def use_case_model(catalog: Catalog) -> Model:
    """The model of all use cases that have costs."""
    priced = {
        use_case: {
            False: _priced(costs.parts),
            True: _priced(
                [part for part in costs.parts if part.at not in costs.smaller.without] + [*costs.smaller.instead]
            ),
        }
        for use_case, costs in catalog.use_case_costs.items()
    }
    unknown = {
        use_case: {smaller: _unknown(catalog, use_case, smaller) for smaller in (False, True)} for use_case in priced
    }

    def lines(asks: UseCaseInputs, book: PriceBook, smaller: bool) -> tuple[Line, ...]:
        found = [
            line for part in priced.get(asks.use_case, {}).get(smaller, ()) for line in _part_lines(part, asks, book)
        ]
        missing = unknown.get(asks.use_case, {}).get(smaller, ())
        return (
            *found,
            *(
                Line(name, Decimal(1), "month", f"{service}-month", asks.region, part=service)
                for service, name in missing
            ),
        )

    return Model(
        USE_CASE,
        "A use case",
        "What does each part of the picture cost, and what does the smaller version save?",
        UseCaseInputs,
        (
            Option("whole", "The whole picture", lambda asks, book: lines(asks, book, smaller=False)),
            Option("smaller", "The smaller or cheaper version", lambda asks, book: lines(asks, book, smaller=True)),
        ),
        ("whole", "smaller"),
        "load",
        "load",
        (),
        preset="welcome-message",
        left_out=(NOT_HELD, "services of the picture that have no price here are named as not known"),
    )


def _priced(parts: Sequence[CostPart]) -> tuple[_Priced, ...]:
    found = []
    for part in parts:
        model = PARTS[part.model]
        option = model.option(part.option)
        if option is not None:
            found.append(_Priced(part, model, option, part_inputs(part)[0]))
    return tuple(found)


def _part_lines(priced: _Priced, asks: UseCaseInputs, book: PriceBook) -> list[Line]:
    changed: dict[str, Any] = {name: getattr(asks, name) for name in COMMON}
    for name in priced.part.grows:
        field = next(field for field in fields_of(priced.model.inputs) if field.name == name)
        value = min(Decimal(getattr(priced.inputs, name)) * asks.load, field.high)
        changed[name] = max(1, round(value)) if field.kind == "whole" else max(field.low, value)
    return [
        replace(line, part=priced.part.at)
        for line in priced.option.lines(priced.inputs.model_copy(update=changed), book)
    ]


def _unknown(catalog: Catalog, use_case: str, smaller: bool) -> tuple[tuple[str, str], ...]:
    """Services of the picture that have neither a part nor a reason why nothing is charged: id and name."""
    costs = catalog.use_case_costs[use_case]
    known = (
        {part.at for part in costs.parts} | set(costs.no_charge) | (set(costs.smaller.without) if smaller else set())
    )
    missing = [
        service for service in catalog.services if service in catalog.services_in(use_case) and service not in known
    ]
    return tuple((service, catalog.services[service].name) for service in missing)
