"""A bill: lines with quantity, unit price and amount in USD.

What has no price is unknown, and a total with an unknown part says so.
"""

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from data.records.price import Price

ZERO = Decimal(0)
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `quantity` in `unit`, `unit_price` and `amount` in USD for a month, None where the price is not known.

    `price` is the record behind the unit price; None where there is none, or where the visitor has overruled it
    (`overruled`). `once` marks what is paid at once for a term: it is told, and its share of a month stands in a line
    of its own. `part` is the box or arrow of a use case that the line belongs to.
    """

    what: str
    quantity: Decimal
    unit: str
    meter: str
    region: str
    unit_price: Decimal | None = None
    amount: Decimal | None = None
    price: Price | None = None
    overruled: bool = False
    once: bool = False
    part: str = ""

    @property
    def confidence(self) -> str:
        """`high`, `medium` or `low` as the price record says; `own` for an overruled price, `unknown` without one."""
        if self.amount is None:
            return "unknown"
        return "own" if self.overruled or self.price is None else self.price.confidence


@dataclass(frozen=True, slots=True)
class Bill:
    """What one option costs a month. `notes` say what was assumed, `left_out` what the bill does not hold."""

    option: str
    title: str
    lines: tuple[Line, ...]
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def monthly(self) -> tuple[Line, ...]:
        """The lines that make up the total."""
        return tuple(line for line in self.lines if not line.once)

    @property
    def paid_once(self) -> tuple[Line, ...]:
        """What is paid at the beginning of a term; the total holds a month's share of it."""
        return tuple(line for line in self.lines if line.once)

    @property
    def total(self) -> Decimal:
        """The sum of the lines whose price is known, in USD a month.

        It is the whole cost only where `whole` is true.
        """
        return sum((line.amount for line in self.monthly if line.amount is not None), ZERO)

    @property
    def whole(self) -> bool:
        """Whether every line has a price."""
        return all(line.amount is not None for line in self.monthly)

    @property
    def unknown(self) -> tuple[Line, ...]:
        """The lines that have no price."""
        return tuple(line for line in self.monthly if line.amount is None)

    @property
    def confidence(self) -> str:
        """That of the least certain line: `unknown` before `low`, `medium`, `own` and `high`."""
        found = {line.confidence for line in self.monthly}
        return next((level for level in ("unknown", "low", "medium", "own", "high") if level in found), "high")

    def costs_of_parts(self) -> dict[str, tuple[Decimal, bool]]:
        """For each part that has lines: the sum of its known amounts, and whether all of them are known."""
        found: dict[str, tuple[Decimal, bool]] = {}
        for line in self.monthly:
            amount, whole = found.get(line.part, (ZERO, True))
            found[line.part] = (amount + (line.amount or ZERO), whole and line.amount is not None)
        return found


def paid_at_once(line: Line, months: Decimal) -> tuple[Line, ...]:
    """What is paid at once for a term of so many months: the sum, and its share of a month; the share alone where the
    price is not known.
    """
    share = f"{line.what}: a month's share of what is paid at once"
    if line.unit_price is None or line.amount is None:
        return (replace(line, what=share),)
    monthly = replace(
        line,
        what=share,
        unit=f"{line.unit} / {months:f}",
        unit_price=line.unit_price / months,
        amount=line.amount / months,
    )
    return (replace(line, what=f"{line.what}: paid at once", once=True), monthly)


def ceiling(value: Decimal) -> Decimal:
    """The next whole number, as AWS rounds units up."""
    return value.to_integral_value(ROUND_CEILING)


def cents(value: Decimal) -> Decimal:
    """Rounded to cents, half up."""
    return value.quantize(CENT, ROUND_HALF_UP)


def in_dollars(value: Decimal) -> str:
    """`1,234.50`; an amount under a cent with its first three digits, because 0.00 would not be true."""
    if ZERO < value < CENT:
        return f"{value:.3g}" if value >= Decimal("0.0001") else f"{value:.2e}"
    return f"{cents(value):,f}"


def plain(value: Decimal, digits: int = 6) -> str:
    """A quantity with thousands apart and at most `digits` decimal places: `1,234.5`."""
    if value and abs(value) < Decimal(10) ** -digits:
        return format(value.normalize(), "f") if abs(value) > Decimal("1e-12") else f"{value:.3e}"
    text = f"{value.quantize(Decimal(10) ** -digits, ROUND_HALF_UP) if abs(value) < Decimal('1e18') else value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
