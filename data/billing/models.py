"""What a model is: a question with its options side by side, and the input over which the choice between them turns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from data.billing.bill import Bill, Line
from data.billing.book import PriceBook
from data.billing.inputs import Inputs

Lines = Callable[[Any, PriceBook], tuple[Line, ...]]
NOT_HELD = "data transfer, support plans, tax, and what is charged for keys, logs and metrics"


@dataclass(frozen=True)
class Option:
    """One way to build it; `alone` is a part of it that a use case asks for, and no choice."""

    id: str
    title: str
    lines: Lines
    alone: bool = False


@dataclass(frozen=True)
class Turn:
    """The input over which the choice between two options turns, and the rules of thumb that AWS states for it."""

    options: frozenset[str]
    input: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Model:
    """A question with its options.

    `turns` names the input that matters most for a pair of options, `main` and `second` those for all others.
    """

    id: str
    title: str
    question: str
    inputs: type[Inputs]
    options: tuple[Option, ...]
    shown: tuple[str, ...]
    main: str
    second: str
    services: tuple[str, ...]
    preset: str = ""
    turns: tuple[Turn, ...] = ()
    left_out: tuple[str, ...] = (NOT_HELD,)

    def option(self, name: str) -> Option | None:
        """The option of that id."""
        return next((option for option in self.options if option.id == name), None)

    def turn(self, first: str, second: str) -> Turn:
        """Over which input the choice between two options turns."""
        return next(
            (turn for turn in self.turns if turn.options == {first, second}),
            Turn(frozenset((first, second)), self.main),
        )


def bill(model: Model, option: Option, asks: Inputs, book: PriceBook) -> Bill:
    """What an option costs a month with these inputs and prices."""
    return Bill(option.id, option.title, option.lines(asks, book), model.left_out, notes(asks))


def notes(asks: Inputs) -> tuple[str, ...]:
    """What a bill assumes, in words."""
    allowance = (
        "Free allowances are taken off."
        if asks.free_tier == "yes"
        else "Free allowances are not taken off: they hold for an account, not for a design."
    )
    return (f"A month has {asks.hours.normalize():f} hours.", allowance, "Prices are list prices in USD, without tax.")


def pair(first: str, second: str, name: str, *rules: str) -> Turn:
    """The input over which the choice between two options turns, with the rules of thumb for it."""
    return Turn(frozenset((first, second)), name, rules)
