"""Where the choice turns: the cost of each option over one input, the points at which the cheapest changes, and the
inputs that move a total most.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Any

from data.billing.bill import ZERO
from data.billing.book import PriceBook
from data.billing.inputs import InputField, Inputs, fields_of
from data.billing.models import Model, Option

POINTS = 32
FAR = 50
Point = tuple[Decimal, Decimal]
STEPS = 60
STRAIGHT = 10
NEAR, NARROW = Decimal("0.0001"), Decimal("1e-8")
TENTH = Decimal("0.1")
LINEAR_UP_TO = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Crossing:
    """At `at` two options cost `total` USD alike; `below` is cheaper under it, `above` over it. `jump` says that the
    cost leaps there instead of meeting.
    """

    at: Decimal
    below: str
    above: str
    total: Decimal
    jump: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """The totals of each option over one input. Options with an unknown price have no totals."""

    input: InputField
    points: tuple[Decimal, ...]
    totals: dict[str, tuple[Decimal, ...]]
    crossings: tuple[Crossing, ...]


@dataclass(frozen=True, slots=True)
class Mover:
    """By how many USD a month the total moves where an input is a tenth larger."""

    input: InputField
    by: Decimal


def total(option: Option, asks: Inputs, book: PriceBook) -> Decimal | None:
    """The total of an option; None where a part of it has no price."""
    amount = ZERO
    for line in option.lines(asks, book):
        if line.once:
            continue
        if line.amount is None:
            return None
        amount += line.amount
    return amount


def field_of(model: Model, name: str) -> InputField:
    """An input of a model. Errors: StopIteration where there is none."""
    return next(field for field in fields_of(model.inputs) if field.name == name)


def with_value(asks: Inputs, field: InputField, value: Decimal) -> Inputs:
    """The inputs with another value of one, as a whole number where it has to be one."""
    changed: Any = int(value) if field.kind == "whole" else value
    return asks.model_copy(update={field.name: changed})


@lru_cache(maxsize=256)
def points_over(field: InputField, value: Decimal, count: int = POINTS) -> tuple[Decimal, ...]:
    """Values of an input from its lower bound: even steps where the range is narrow, else even ratios up to its upper
    bound; `value` is among them.
    """
    if field.high - field.low <= LINEAR_UP_TO:
        steps = count if field.kind == "number" else min(count, int(field.high - field.low))
        found = {field.low + (field.high - field.low) * step / steps for step in range(steps + 1)}
    else:
        first = max(field.low, Decimal("0.01") if field.kind == "number" else Decimal(1))
        ratio = (field.high / first) ** (Decimal(1) / count)
        found = {field.low, *(min(field.high, first * ratio**step) for step in range(count)), field.high}
    found.add(min(max(value, field.low), field.high))
    return tuple(sorted({Decimal(int(point)) for point in found} if field.kind == "whole" else found))


@dataclass(frozen=True, slots=True)
class Over:
    """A question with one input left open."""

    asks: Inputs
    book: PriceBook
    field: InputField

    def total(self, option: Option, at: Decimal) -> Decimal | None:
        """The total of an option where the input is `at`."""
        return total(option, with_value(self.asks, self.field, at), self.book)


def curve(model: Model, options: Sequence[Option], asks: Inputs, book: PriceBook, name: str) -> Curve:
    """The totals of the options over the input `name`, and where the cheapest of them changes."""
    over = Over(asks, book, field_of(model, name))
    points = points_over(over.field, Decimal(getattr(asks, name)))
    found: dict[str, tuple[Decimal, ...]] = {}
    for option in options:
        totals = [over.total(option, point) for point in points]
        if all(value is not None for value in totals):
            found[option.id] = tuple(value for value in totals if value is not None)
    known = [option for option in options if option.id in found]
    crossings = [
        crossing
        for pair in combinations(known, 2)
        for crossing in _crossings(
            pair, over, points, [a - b for a, b in zip(*(found[one.id] for one in pair), strict=True)]
        )
        if _cheapest(crossing, known, over)
    ]
    return Curve(over.field, points, found, tuple(sorted(crossings, key=lambda crossing: crossing.at)))


def _crossings(
    pair: tuple[Option, Option], over: Over, points: Sequence[Decimal], gaps: Sequence[Decimal]
) -> list[Crossing]:
    found = []
    before: Point | None = None
    for point in zip(points, gaps, strict=True):
        if not point[1]:
            continue
        if before and (point[1] > 0) != (before[1] > 0):
            found.append(_between(pair, over, before, point))
        before = point
    return found


def _between(pair: tuple[Option, Option], over: Over, low: Point, high: Point) -> Crossing:
    """The point at which the gap changes its sign: the straight line between two points where that hits it, else
    halving.
    """
    first, second = pair
    below, above = (first.id, second.id) if low[1] < 0 else (second.id, first.id)
    whole = over.field.kind == "whole"
    at, gap, cost = high[0], high[1], ZERO
    for step in range(STEPS):
        (x0, g0), (x1, g1) = low, high
        straight = step % 2 == 0 if step < STRAIGHT else step % 4 == 0
        at = x0 - g0 * (x1 - x0) / (g1 - g0) if straight else (x0 + x1) / 2
        if whole:
            at = min(x1, max(x0 + 1, Decimal(int(at))))
        cost = over.total(first, at) or ZERO
        gap = cost - (over.total(second, at) or ZERO)
        if abs(gap) <= NEAR or x1 - x0 <= abs(x1) * NARROW or (whole and x1 - x0 <= 1):
            break
        low, high = ((at, gap), high) if (gap > 0) == (g0 > 0) else (low, (at, gap))
    return Crossing(at, below, above, cost, jump=abs(gap) > max(Decimal("0.01"), cost / 100))


def _cheapest(crossing: Crossing, options: Sequence[Option], over: Over) -> bool:
    """Whether no other option is cheaper where these two meet."""
    others = [
        over.total(option, crossing.at) for option in options if option.id not in {crossing.below, crossing.above}
    ]
    return all(other is None or other >= crossing.total - Decimal("0.01") for other in others)


def movers(model: Model, option: Option, asks: Inputs, book: PriceBook, most: int = 3) -> tuple[Mover, ...]:
    """The inputs that move the total of an option most, each a tenth larger (smaller where it is at its bound)."""
    now = total(option, asks, book)
    if now is None:
        return ()
    found = []
    for field in fields_of(model.inputs):
        if field.kind not in {"number", "whole"} or field.name == "hours":
            continue
        value = Decimal(getattr(asks, field.name))
        step = value * TENTH
        if not step:
            continue
        unit = Decimal(1) if field.kind == "whole" else step
        sign = 1 if value + unit <= field.high else -1
        other = total(option, with_value(asks, field, value + sign * unit), book)
        if other is not None and other != now:
            found.append(Mover(field, (other - now) * sign * step / unit))
    return tuple(sorted(found, key=lambda mover: (-abs(mover.by), mover.input.name))[:most])


def window(turning: Curve, value: Decimal) -> tuple[Decimal, Decimal]:
    """The part of a curve worth looking at: up to twice the present value, and past the crossings near to it."""
    low, high = turning.input.low, turning.input.high
    if high - low <= LINEAR_UP_TO:
        return low, high
    reach = max(2 * value, low + 100 if not turning.crossings else low)
    near = [crossing.at for crossing in turning.crossings if not value or crossing.at <= value * FAR]
    return low, min(high, max([reach, *(at * Decimal("1.5") for at in near)]))


def steps_between(field: InputField, low: Decimal, high: Decimal, count: int) -> tuple[Decimal, ...]:
    """Values from `low` to `high` in even steps, whole where the input is."""
    found = [low + (high - low) * step / count for step in range(count + 1)]
    return tuple(sorted({Decimal(round(value)) for value in found})) if field.kind == "whole" else tuple(found)


def totals_over(options: Sequence[Option], over: Over, points: Sequence[Decimal]) -> dict[str, list[Decimal | None]]:
    """The totals of each option at each point; None where a part has no price."""
    return {option.id: [over.total(option, point) for point in points] for option in options}
