"""What a model asks for: frozen records of numbers and choices with units and bounds, read from text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field

NUMBER = re.compile(r"[+-]?(\d{1,30}(\.\d{0,20})?|\.\d{1,20})([eE][+-]?\d{1,2})?")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+){0,3}")
YesNo = Literal["yes", "no"]
MONTH = Decimal(730)


class Inputs(BaseModel):
    """What every model asks for."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    region: str = Field(
        default="us-east-1", title="Region", json_schema_extra={"unit": "Region", "group": "Region and month"}
    )
    hours: Decimal = Field(
        default=MONTH,
        ge=0,
        le=8784,
        title="Hours of the month",
        json_schema_extra={"unit": "hours", "group": "Region and month"},
    )
    free_tier: YesNo = Field(
        default="no",
        title="Take the free allowances off",
        json_schema_extra={"unit": "yes or no", "group": "Region and month"},
    )


I = TypeVar("I", bound=Inputs)  # noqa: E741


def _more(unit: str, group: str = "Use") -> dict[str, Any]:
    return {"unit": unit, "group": group}


def number(default: str, low: str, high: str, title: str, *more: str) -> Any:
    """A field that holds a number with its bounds."""
    return Field(Decimal(default), ge=Decimal(low), le=Decimal(high), title=title, json_schema_extra=_more(*more))


def whole(default: int, low: int, high: int, title: str, *more: str) -> Any:
    """A field that holds a whole number with its bounds."""
    return Field(default, ge=low, le=high, title=title, json_schema_extra=_more(*more))


def choice(default: str, title: str, group: str = "Use", known: Sequence[str] = ()) -> Any:
    """A field that holds one of the names of its type; of text, any name, such as an instance class; `known` are the
    ones to offer.
    """
    return Field(default, title=title, json_schema_extra={"unit": "name", "group": group, "known": list(known)})


@dataclass(frozen=True)
class InputField:
    """One input: its name in the address, in words, its unit, and what it may be."""

    name: str
    title: str
    unit: str
    group: str
    default: Any
    kind: Literal["number", "whole", "choice", "name"]
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    choices: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        """What it may be, in words."""
        if self.kind == "choice":
            return "one of " + ", ".join(self.choices)
        if self.kind == "name":
            return "a name such as " + (", ".join(self.choices[:3]) or str(self.default))
        number = "a whole number" if self.kind == "whole" else "a number"
        return f"{number} from {self.low:f} to {self.high:f} ({self.unit})"


@dataclass(frozen=True)
class InputProblem:
    """What is wrong with one input, in one sentence; `nearest` is the nearest value that is allowed, None where the
    default holds.
    """

    name: str
    sentence: str
    nearest: Any = None


@lru_cache(maxsize=64)
def fields_of(kind: type[Inputs]) -> tuple[InputField, ...]:
    """The inputs of a model, its own before those that all models have."""
    own = [name for name in kind.model_fields if name not in Inputs.model_fields]
    return tuple(_field(kind, name) for name in [*own, *Inputs.model_fields])


def _field(kind: type[Inputs], name: str) -> InputField:
    info = kind.model_fields[name]
    more: Mapping[str, Any] = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    choices = tuple(str(value) for value in get_args(info.annotation))
    base = {
        "name": name,
        "title": info.title or name,
        "unit": more["unit"],
        "group": more["group"],
        "default": info.default,
    }
    if choices:
        return InputField(kind="choice", choices=choices, **base)
    if info.annotation is str:
        return InputField(kind="name", choices=tuple(more.get("known", ())), **base)
    bounds = {type(bound).__name__: bound for bound in info.metadata}
    low, high = (Decimal(f"{Decimal(bound):f}") for bound in (bounds["Ge"].ge, bounds["Le"].le))
    return InputField(kind="whole" if info.annotation is int else "number", low=low, high=high, **base)


def read_number(text: str) -> Decimal | None:
    """A finite number; None where the text is none."""
    return Decimal(f"{Decimal(text.strip()):f}") if NUMBER.fullmatch(text.strip()) else None


def read_inputs(base: I, texts: Mapping[str, str]) -> tuple[I, tuple[InputProblem, ...]]:
    """`base` with what `texts` say, and what is wrong with them.

    A number out of its bounds becomes the nearest bound; what is no number keeps what it was.
    """
    known = {field.name: field for field in fields_of(type(base))}
    problems: list[InputProblem] = []
    values: dict[str, Any] = {}
    for name, text in texts.items():
        if name not in known:
            problems.append(InputProblem(name, f"There is no input {name[:40]!r}; there are {', '.join(known)}."))
            continue
        value, problem = _value(known[name], text)
        if problem:
            problems.append(problem)
        if value is not None:
            values[name] = value
    return base.model_copy(update=values), tuple(problems)


def _value(field: InputField, text: str) -> tuple[Any, InputProblem | None]:
    if field.kind == "choice":
        found = text.strip().lower()
        return (found, None) if found in field.choices else (None, InputProblem(field.name, _sentence(field, text)))
    if field.kind == "name":
        found = (
            text.strip()
            .lower()
            .removeprefix("db.")
            .removeprefix("dax.")
            .removesuffix(".search")
            .removesuffix(".elasticsearch")
            .replace(".", "-")
        )
        return (
            (found, None)
            if NAME.fullmatch(found) and len(found) <= 40
            else (None, InputProblem(field.name, _sentence(field, text)))
        )
    number = read_number(text)
    if number is None or (field.kind == "whole" and number != number.to_integral_value()):
        return None, InputProblem(field.name, _sentence(field, text))
    nearest = min(max(number, field.low), field.high)
    value: Any = int(nearest) if field.kind == "whole" else nearest
    return value, None if nearest == number else InputProblem(field.name, _sentence(field, text), value)


def _sentence(field: InputField, text: str) -> str:
    return f"{field.name} = {text.strip()[:40]!r} is not possible: {field.title} is {field.allowed}."
