"""A question about costs, read from text: a model, its inputs, the options to compare, and prices that the visitor
overrules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from data.billing.book import UPFRONT, PriceBook, price_book, regions_with_prices
from data.billing.inputs import InputProblem, Inputs, fields_of, read_inputs, read_number
from data.billing.models import Model, Option
from data.billing.parts import PARTS, part_inputs
from data.costs.use_cases import USE_CASE, use_case_model
from data.records import Catalog

MOST = 4
REGION = re.compile(r"[a-z]{2,3}(-[a-z]+){1,2}-\d")
HIGHEST_RATE = Decimal(10) ** 9
SIX = ("dynamodb-table", "relational-database", "warehouse", "search-and-logs", "way-into-opensearch")


@dataclass(frozen=True)
class Question:
    """What is asked. `rates` maps meters to the visitor's own prices, `over` names the input over which the choice may
    turn.
    """

    model: Model
    options: tuple[Option, ...]
    inputs: Inputs
    over: str
    rates: Mapping[str, Decimal] = field(default_factory=dict)

    def book(self, catalog: Catalog) -> PriceBook:
        """The prices that hold for it."""
        return price_book(catalog, self.inputs.region, self.rates, self.inputs.free_tier == "yes")


@lru_cache(maxsize=4)
def models(catalog: Catalog) -> Mapping[str, Model]:
    """Every model by id: the six questions first, then single services."""
    first = {name: PARTS[name] for name in SIX}
    return {
        **first,
        USE_CASE: use_case_model(catalog),
        **{name: model for name, model in PARTS.items() if name not in first},
    }


@lru_cache(maxsize=256)
def preset_inputs(catalog: Catalog, model: str, preset: str) -> tuple[Inputs, str] | None:
    """The inputs that a use case has for a model, and the option it takes; None where it has none."""
    if model == USE_CASE:
        found = models(catalog)[model].inputs().model_copy(update={"use_case": preset})
        return (found, "whole") if preset in catalog.use_case_costs else None
    parts = catalog.use_case_costs[preset].parts if preset in catalog.use_case_costs else ()
    part = next((part for part in parts if part.model == model), None)
    return None if part is None else (part_inputs(part)[0], part.option)


def presets(catalog: Catalog, model: str) -> tuple[str, ...]:
    """The use cases that have inputs for a model."""
    return tuple(use_case for use_case in catalog.use_case_costs if preset_inputs(catalog, model, use_case))


def ask(
    catalog: Catalog,
    model: Model,
    texts: Mapping[str, str],
    options: Sequence[str] = (),
    rates: Mapping[str, str] | None = None,
    *,
    preset: str = "",
    over: str = "",
) -> tuple[Question, tuple[InputProblem, ...]]:
    """The question that the texts ask, and what is wrong with them; what is wrong is left out, or becomes the nearest
    bound.
    """
    problems: list[InputProblem] = []
    base = model.inputs()
    if preset:
        found = preset_inputs(catalog, model.id, preset)
        if found is None:
            there_are = ", ".join(presets(catalog, model.id)) or "none"
            sentence = f"There is no preset {preset[:40]!r} for {model.id}; there are {there_are}."
            problems.append(InputProblem("preset", sentence))
        else:
            base = found[0]
    inputs, wrong = read_inputs(base, texts)
    problems += wrong
    inputs, nowhere = _without_unknown_names(catalog, inputs, base)
    problems += nowhere
    chosen = _options(model, options, problems)
    turn = model.turn(chosen[0].id, chosen[1].id).input if len(chosen) > 1 else model.main
    numbers = [item.name for item in fields_of(model.inputs) if item.kind in {"number", "whole"}]
    if over and over not in numbers:
        problems.append(
            InputProblem(
                "over", f"over = {over[:40]!r} is not a number among the inputs; there are {', '.join(numbers)}."
            )
        )
    known = _rates(catalog, inputs.region, rates or {}, problems)
    return Question(model, chosen, inputs, over if over in numbers else turn, known), tuple(problems)


def _options(model: Model, names: Sequence[str], problems: list[InputProblem]) -> tuple[Option, ...]:
    chosen: list[Option] = []
    for name in dict.fromkeys(names):
        option = model.option(name)
        if option is None:
            problems.append(
                InputProblem(
                    "option",
                    f"There is no option {name[:40]!r}; there are {', '.join(option.id for option in model.options)}.",
                )
            )
        elif len(chosen) < MOST:
            chosen.append(option)
        else:
            problems.append(
                InputProblem("option", f"At most {MOST} options stand side by side; {name[:40]!r} is left out.")
            )
    return tuple(chosen) or tuple(option for option in model.options if option.id in model.shown)


def _without_unknown_names(catalog: Catalog, inputs: Inputs, base: Inputs) -> tuple[Inputs, list[InputProblem]]:
    """The inputs without names of Regions and use cases that there are not; what they were before holds instead.

    A Region of AWS without a price on record is possible: all its prices are unknown.
    """
    problems, changes = [], {}
    for name in ("region", "replica_prices"):
        value = getattr(inputs, name, "same")
        if value != "same" and not REGION.fullmatch(value):
            changes[name] = getattr(base, name)
            problems.append(InputProblem(name, f"{value!r} is no Region; there are prices for {_regions(catalog)}."))
    use_case = getattr(inputs, "use_case", None)
    if use_case is not None and use_case not in catalog.use_case_costs:
        changes["use_case"] = getattr(base, "use_case", use_case)
        there_are = ", ".join(catalog.use_case_costs)
        problems.append(
            InputProblem("use_case", f"There is no use case {use_case!r} with costs; there are {there_are}.")
        )
    return inputs.model_copy(update=changes), problems


def _regions(catalog: Catalog) -> str:
    return ", ".join(regions_with_prices(catalog))


def _rates(catalog: Catalog, region: str, rates: Mapping[str, str], problems: list[InputProblem]) -> dict[str, Decimal]:
    found = {}
    for name, text in rates.items():
        usd = read_number(text)
        if usd is None or not 0 <= usd <= HIGHEST_RATE:
            allowed = f"a price is a number of USD from 0 to {HIGHEST_RATE:,f}"
            sentence = f"rate.{name[:60]} = {text.strip()[:40]!r} is not possible: {allowed}."
            problems.append(InputProblem(f"rate.{name}", sentence))
            continue
        base, upfront = (name.removesuffix(UPFRONT), UPFRONT) if name.endswith(UPFRONT) else (name, "")
        found[meter_of(catalog, region, base) + upfront] = usd
    return found


def meter_of(catalog: Catalog, region: str, name: str) -> str:
    """The meter of a price id of this Region, or of a kept price; any other name stands for itself."""
    for file in catalog.prices.values():
        for price in file.prices:
            if price.id == name and (price.region == region or price.kept):
                return price.meter
    return name
