"""What is asked about costs, read from the address and written to it.

`model` names the question, `preset` a use case whose load it begins with (`none`: nothing), `option`, two to four
times, what stands side by side, `over` and `up` the inputs of the curve and of the map; every input of the model has a
parameter of its own name. Prices of the visitor's own are never in the address.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

import streamlit as st

from components.frame.address import Address, write_address
from components.frame.parameters import FreeText, Id, Ids
from data.billing.inputs import InputProblem, Inputs, fields_of
from data.billing.models import Model
from data.costs.question import MOST, Question, ask, models, preset_inputs, presets
from data.records import Catalog

FIRST_MODEL = "dynamodb-table"
NO_PRESET = "none"
PRICES_OF_SESSION = "costs-own-prices"


def _options(catalog: Catalog) -> list[str]:
    return [option.id for model in models(catalog).values() for option in model.options]


def _numbers(catalog: Catalog) -> list[str]:
    return [name for model in models(catalog).values() for name in numbers_of(model)]


MODEL = Id("model", "the question; each of its inputs is a parameter of its own name", models)
PRESET = Id(
    "preset", "the use case whose load it begins with, or `none`", lambda catalog: (NO_PRESET, *catalog.use_case_costs)
)
OPTION = Ids("option", "repeatable, two to four side by side", _options, most=MOST)
OVER = Id("over", "the input of the curve", _numbers)
UP = Id("up", "the second input of the map", _numbers)
PARAMETERS = (MODEL, PRESET, OPTION, OVER, UP)


def numbers_of(model: Model) -> list[str]:
    """The inputs of a model that are numbers."""
    return [item.name for item in fields_of(model.inputs) if item.kind in {"number", "whole"}]


def inputs_of(model: Model) -> dict[str, FreeText]:
    """A parameter for each input of a model, by its name."""
    return {item.name: FreeText(item.name, item.title) for item in fields_of(model.inputs)}


@dataclass(frozen=True)
class CostView:
    """What the page is asked for: `texts` are the inputs that the address gives, as text, by name."""

    model: Model
    preset: str
    texts: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    over: str = ""
    up: str = ""


def read_costs(catalog: Catalog) -> tuple[Address, CostView]:
    """The address and what it asks for; what the question does not know is dropped."""
    model = models(catalog)[Address.of_this_page((MODEL,), catalog).get(MODEL) or FIRST_MODEL]
    inputs = inputs_of(model)
    address = Address.of_this_page((*PARAMETERS, *inputs.values()), catalog)
    own_options = [option.id for option in model.options]
    options = tuple(option for option in address.get(OPTION) if option in own_options)
    if options != address.get(OPTION):
        address.drop(OPTION)
    preset = _own(address, PRESET, (NO_PRESET, *presets(catalog, model.id)))
    over, up = (_own(address, parameter, numbers_of(model)) for parameter in (OVER, UP))
    texts = {name: text for name, parameter in inputs.items() if (text := address.get(parameter))}
    return address, CostView(model, preset or default_preset(catalog, model), texts, options, over, up)


def _own(address: Address, parameter: Id, names: Collection[str]) -> str:
    """The value of a parameter where it is one that this question has."""
    value = address.get(parameter)
    if value is not None and value not in names:
        address.drop(parameter)
    return value if value is not None and value in names else ""


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
    inputs = inputs_of(view.model)
    write_address(
        {
            MODEL: None if view.model.id == FIRST_MODEL else view.model.id,
            PRESET: None if view.preset == default_preset(catalog, view.model) else view.preset,
            OPTION: () if shown == view.model.shown else shown,
            OVER: view.over,
            UP: view.up,
            **{inputs[name]: text for name, text in given if text != str(getattr(base, name))},
        }
    )
