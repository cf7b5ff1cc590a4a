"""What is asked about costs, read from the address and written to it.

`model` names the question, `preset` a use case whose load it begins with (`none`: nothing), `option`, two to four
times, what stands side by side, `over` and `up` the inputs of the curve and of the map; every input of the model has a
parameter of its own name. Prices of the visitor's own are never in the address.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

import streamlit as st

from components.frame.address import Address, write_address
from data.billing.inputs import InputProblem, Inputs, fields_of
from data.billing.models import Model
from data.costs.question import Question, ask, models, preset_inputs, presets
from data.records import Catalog

FIRST_MODEL = "dynamodb-table"
NO_PRESET = "none"
OWN = ("model", "preset", "option", "over", "up")
PRICES_OF_SESSION = "costs-own-prices"


@dataclass(frozen=True)
class CostView:
    """What the page is asked for: `texts` are the inputs that the address gives, as text, by name."""

    model: Model
    preset: str
    texts: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    over: str = ""
    up: str = ""


def read_costs(address: Address, catalog: Catalog) -> CostView:
    """What the address asks for; what it does not know is dropped."""
    known = models(catalog)
    model = known[address.one("model", tuple(known)) or FIRST_MODEL]
    preset = address.one("preset", (NO_PRESET, *presets(catalog, model.id))) or default_preset(catalog, model)
    options = address.many("option", tuple(option.id for option in model.options), most=4)
    fields = {item.name: item for item in fields_of(model.inputs)}
    numbers = tuple(name for name, item in fields.items() if item.kind in {"number", "whole"})
    over, up = address.one("over", numbers) or "", address.one("up", numbers) or ""
    texts = {name: address.text(name) for name in fields if name in st.query_params}
    for name in st.query_params:
        if name not in fields and name not in OWN:
            address.drop(name)
    return CostView(model, preset, texts, options, over, up)


def default_preset(catalog: Catalog, model: Model) -> str:
    """The use case that a model begins with, where the address names none."""
    return model.preset if model.preset in presets(catalog, model.id) else NO_PRESET


def question_of(catalog: Catalog, view: CostView) -> tuple[Question, tuple[InputProblem, ...]]:
    """The question that the page answers, with the prices of this session, and what is wrong with the inputs."""
    preset = "" if view.preset == NO_PRESET else view.preset
    question, problems = ask(catalog, view.model, view.texts, view.options, preset=preset, over=view.over)
    return replace(question, rates=own_prices()), problems


def base_inputs(catalog: Catalog, view: CostView) -> Inputs:
    """The inputs that hold where the address gives none."""
    found = None if view.preset == NO_PRESET else preset_inputs(catalog, view.model.id, view.preset)
    return found[0] if found else view.model.inputs()


def own_prices() -> dict[str, Decimal]:
    """The prices that this visitor gave in this session, by meter. They are kept nowhere else."""
    return dict(st.session_state.get(PRICES_OF_SESSION, {}))


def write_costs(catalog: Catalog, view: CostView) -> None:
    """Write it; defaults are absent, and an input that is as the preset has it."""
    base = base_inputs(catalog, view)
    given = [(name, text) for name, text in view.texts.items() if name in type(base).model_fields]
    shown = tuple(option for option in view.options if view.model.option(option))
    write_address(
        [
            ("model", None if view.model.id == FIRST_MODEL else view.model.id),
            ("preset", None if view.preset == default_preset(catalog, view.model) else view.preset),
            ("option", None if shown == view.model.shown else shown),
            ("over", view.over),
            ("up", view.up),
            *((name, text) for name, text in given if text != str(getattr(base, name))),
        ]
    )
