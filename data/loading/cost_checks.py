"""What must hold of the costs of use cases: they name parts of the picture, models, options and inputs that exist."""

from __future__ import annotations

from collections.abc import Iterator

from data.billing.inputs import fields_of
from data.billing.parts import PARTS, part_inputs
from data.records import Catalog
from data.records.price import CostPart


def cost_problems(catalog: Catalog) -> Iterator[str]:
    """All problems of the costs of use cases, a line each: file, field, what is wrong."""
    for costs in catalog.use_case_costs.values():
        file = f"use_case_costs/{costs.id}.yaml"
        if costs.id not in catalog.use_cases:
            yield f"{file}: id: unknown use case {costs.id!r}"
            continue
        if any(step.connection not in catalog.connections for step in catalog.use_cases[costs.id].steps):
            continue  # told by the use case already
        picture = catalog.services_in(costs.id) | catalog.connections_in(costs.id)
        named = [
            *((f"parts.{n}.at", part.at) for n, part in enumerate(costs.parts)),
            *(("no_charge", name) for name in costs.no_charge),
        ]
        named += [
            *(("smaller.without", name) for name in costs.smaller.without),
            *((f"smaller.instead.{n}.at", p.at) for n, p in enumerate(costs.smaller.instead)),
        ]
        for field, name in named:
            if name not in picture:
                yield f"{file}: {field}: {name!r} is not in the picture of this use case"
        for field, parts in (("parts", costs.parts), ("smaller.instead", costs.smaller.instead)):
            for number, part in enumerate(parts):
                yield from (f"{file}: {field}.{number}.{problem}" for problem in _part_problems(part))


def _part_problems(part: CostPart) -> Iterator[str]:
    if part.model not in PARTS:
        yield f"model: unknown model {part.model!r}; there are {', '.join(PARTS)}"
        return
    model = PARTS[part.model]
    if model.option(part.option) is None:
        yield f"option: unknown option {part.option!r}; there are {', '.join(option.id for option in model.options)}"
    for problem in part_inputs(part)[1]:
        yield f"inputs: {problem.sentence}"
    numbers = {field.name for field in fields_of(model.inputs) if field.kind in {"number", "whole"}}
    for name in part.grows:
        if name not in numbers or name not in part.inputs:
            yield f"grows: {name!r} is not a number among the inputs of this part"
