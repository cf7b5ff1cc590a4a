"""Limits as quantities: which of them can be compared, and which is the larger.

Two limits are compared where both are numbers, count the same thing and hold for the same scope. AWS writes KB, MB,
GB, TB and PB for powers of 1000 and of 1024 alike, so a decimal unit stands for the range between the two unless both
figures are written in decimal units; what such a range leaves open is not decided.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from data.records import Limit

DECIMAL = {"KB": 1, "MB": 2, "GB": 3, "TB": 4, "PB": 5}
BINARY = {"KiB": 1, "MiB": 2, "GiB": 3, "TiB": 4, "PiB": 5}
SECONDS = {
    **dict.fromkeys(("ms", "millisecond", "milliseconds"), Fraction(1, 1000)),
    **dict.fromkeys(("s", "second", "seconds"), Fraction(1)),
    **dict.fromkeys(("min", "minute", "minutes"), Fraction(60)),
    **dict.fromkeys(("h", "hour", "hours"), Fraction(3600)),
    **dict.fromkeys(("d", "day", "days"), Fraction(86400)),
}
SAME_SCOPE = {"call": "request"}


@dataclass(frozen=True)
class Quantity:
    """A size. `low` and `high` are in bytes, seconds or the unit counted, and differ where the unit is written
    loosely; `written` takes it at its word."""

    dimension: str
    low: Fraction
    high: Fraction
    written: Fraction
    family: str


def quantity(limit: Limit) -> Quantity | None:
    """The quantity of a limit; None where its value is text."""
    if isinstance(limit.value, str):
        return None
    value = Fraction(str(limit.value))
    unit, rate, divisor = _without_rate(limit.unit)
    if unit in DECIMAL:
        power = DECIMAL[unit]
        low, high = value * 1000**power / divisor, value * 1024**power / divisor
        return Quantity("bytes" + rate, low, high, low, "decimal")
    if unit in BINARY or unit in {"byte", "bytes"}:
        size = value * 1024 ** BINARY.get(unit, 0) / divisor
        return Quantity("bytes" + rate, size, size, size, "binary" if unit in BINARY else "bytes")
    if unit in SECONDS and not rate:
        time = value * SECONDS[unit]
        return Quantity("seconds", time, time, time, "seconds")
    return Quantity(_singular(unit) + rate, value / divisor, value / divisor, value / divisor, "count")


def _without_rate(unit: str) -> tuple[str, str, Fraction]:
    """A unit without its time: `MB per second` is `MB`, a rate, over one second."""
    if unit.endswith("Bps"):
        return unit[:-2], " per second", Fraction(1)
    for sign in (" per ", "/"):
        amount, found, time = unit.rpartition(sign)
        if found and time in SECONDS:
            return amount, " per second", SECONDS[time]
    return unit, "", Fraction(1)


def _singular(unit: str) -> str:
    return unit.casefold().removesuffix("s")


def scope(limit: Limit) -> str:
    """What a limit holds for, without its conditions: `per item, names included` is `item`."""
    head = limit.scope.split(",")[0].split("(")[0].split(";")[0].strip().removeprefix("per ")
    return SAME_SCOPE.get(head, head)


def comparable_as(limit: Limit) -> tuple[str, str] | None:
    """What has to be equal for two limits to be compared: the dimension and the scope; None for text.

    How long something is kept does not grow with what it is kept in, so a time may hold for a table here and a
    cluster there; only what holds for a whole account or Region stands apart.
    """
    size = quantity(limit)
    if size is None:
        return None
    holds_for = scope(limit).casefold()
    if size.dimension == "seconds" and not {"account", "region"} & set(holds_for.split()):
        holds_for = "one resource"
    return size.dimension, holds_for


def order(first: Limit, second: Limit) -> int | None:
    """1 where the first is larger, -1 where the second is, 0 where they are equal; None where it cannot be told."""
    a, b = quantity(first), quantity(second)
    if a is None or b is None or comparable_as(first) != comparable_as(second):
        return None
    if a.family == b.family:
        return (a.written > b.written) - (a.written < b.written)
    if a.low > b.high or b.low > a.high:
        return 1 if a.low > b.high else -1
    return 0 if (a.low, a.high) == (b.low, b.high) else None


def in_words(limit: Limit) -> str:
    """Value and unit, thousands apart: `1,002 nodes`."""
    value = f"{limit.value:,}" if isinstance(limit.value, int | float) else limit.value
    return f"{value} {limit.unit.removesuffix('s') if limit.value == 1 and limit.unit in SECONDS else limit.unit}"


@dataclass(frozen=True)
class Named:
    """The limits that one side of a comparison has in a row."""

    name: str
    limits: tuple[Limit, ...]


@dataclass(frozen=True)
class Outcome:
    """What a row of limits comes to, in words, and whether the figures of all sides are the same."""

    text: str
    same: bool = False


def outcome(sides: Sequence[Named]) -> Outcome:
    """Which of the limits is larger, or why they are not compared."""
    stated = [side for side in sides if side.limits]
    if len(stated) < 2:
        return Outcome(f"Only {stated[0].name} has such a limit here." if stated else "")
    single = [side for side in stated if len(side.limits) == 1 and quantity(side.limits[0])]
    groups: dict[tuple[str, str] | None, list[Named]] = {}
    for side in single:
        groups.setdefault(comparable_as(side.limits[0]), []).append(side)
    compared = max(groups.values(), key=len, default=[])
    if len(compared) < 2:
        return Outcome(f"Not compared: {_reason(stated)}.")
    left_out = [side.name for side in stated if side not in compared]
    rest = f" Not compared with it: {' and '.join(left_out)}." if left_out else ""
    equal = all(order(a.limits[0], b.limits[0]) == 0 for a, b in combinations(compared, 2))
    text = f"The same figure: {in_words(compared[0].limits[0])}." if equal else _ranking(compared)
    return Outcome(text + rest, equal and len(compared) == len(sides))


def _reason(stated: Sequence[Named]) -> str:
    several = [side.name for side in stated if len(side.limits) > 1]
    if several:
        return f"{' and '.join(several)} {'has' if len(several) == 1 else 'have'} several figures"
    text = [side.name for side in stated if quantity(side.limits[0]) is None]
    if text:
        return f"the figure of {' and '.join(text)} is no plain number"
    sizes = {size.dimension for side in stated if (size := quantity(side.limits[0]))}
    if len(sizes) > 1:
        return "different things are counted"
    return "the figures hold for different things, " + ", ".join(
        f"{scope(side.limits[0])} ({side.name})" for side in stated
    )


def _ranking(compared: Sequence[Named]) -> str:
    """`Larger: B, 10 MiB against 1,000 KiB, that is 10,240 KiB, about 10.2 times.`"""
    if any(order(a.limits[0], b.limits[0]) is None for a, b in combinations(compared, 2)):
        return "Too near to tell: AWS writes the decimal unit for powers of 1000 and of 1024."
    ranked = sorted(compared, key=lambda side: _written(side.limits[0]), reverse=True)
    first, last = ranked[0].limits[0], ranked[-1].limits[0]
    time = _dimension(first) == "seconds"
    top = [side.name for side in ranked if order(side.limits[0], first) == 0]
    word = ("Longer" if time else "Larger") if len(ranked) == 2 else ("Longest" if time else "Largest")
    bottom = f" ({ranked[-1].name})" if len(ranked) > 2 else ""
    return (
        f"{word}: {' and '.join(top)}, {in_words(first)} against "
        f"{in_words(last)}{bottom}{', '.join(['', *_converted(first, last)])}."
    )


def _converted(larger: Limit, smaller: Limit) -> Iterator[str]:
    """The factor between two limits, and the larger in the unit of the smaller where that is exact."""
    a, b = quantity(larger), quantity(smaller)
    if a is None or b is None or not b.high:
        return
    if a.family != b.family:
        yield f"at least {_number(a.low / b.high)} times"
        return
    own_unit = b.written / Fraction(str(smaller.value))
    if a.written / own_unit != larger.value and (a.written / own_unit).denominator == 1:
        yield f"that is {_number(a.written / own_unit)} {smaller.unit}"
    yield f"{_number(a.written / b.written)} times"


def _number(value: Fraction) -> str:
    """A number with thousands apart; of one that is not whole three figures, and "about" where they are not all."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    if Fraction(f"{float(value):.3g}") == value:
        return f"{float(value):.3g}"
    return f"about {float(value):,.0f}" if value >= 100 else f"about {float(value):.3g}"


def _written(limit: Limit) -> Fraction:
    size = quantity(limit)
    return size.low if size else Fraction(0)


def _dimension(limit: Limit) -> str:
    size = quantity(limit)
    return size.dimension if size else ""
