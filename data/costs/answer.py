"""The answer to a question about costs: a bill for each option, the difference in words, where the choice turns, and
what moves a total most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from data.billing.bill import ZERO, Bill, cents, in_dollars
from data.billing.book import UPFRONT
from data.billing.models import bill
from data.costs.question import Question
from data.costs.turning import Crossing, Curve, Mover, curve, movers
from data.records import Catalog
from data.records.price import PriceCopy


@dataclass(frozen=True)
class Answer:
    """Bills in the order of the options; `movers` are those of each option, `copies` the texts of the prices."""

    question: Question
    bills: tuple[Bill, ...]
    curve: Curve
    movers: Mapping[str, tuple[Mover, ...]]
    copies: Mapping[str, PriceCopy] = field(default_factory=dict)

    @property
    def differences(self) -> tuple[str, ...]:
        """Each option against the cheapest, in words."""
        return tuple(_differences(self.bills))

    @property
    def turns(self) -> tuple[str, ...]:
        """Where the choice turns, in words."""
        return tuple(_turns(self))

    @property
    def unused_rates(self) -> tuple[str, ...]:
        """Own prices that no line of these bills uses."""
        used = {line.meter for bill in self.bills for line in bill.lines}
        factors = {"os-ri1-au", "aurora-compute-iopt", "rds-dsp", "aurora-dsp", "aurora-dsp-serverless"}
        return tuple(
            name
            for name in self.question.rates
            if name not in used | factors and name.removesuffix(UPFRONT) not in used
        )


def answer(catalog: Catalog, question: Question) -> Answer:
    """Everything that is told about a question."""
    book = question.book(catalog)
    bills = tuple(bill(question.model, option, question.inputs, book) for option in question.options)
    turning = curve(question.model, question.options, question.inputs, book, question.over)
    found = {option.id: movers(question.model, option, question.inputs, book) for option in question.options}
    copies = {key: copy for file in catalog.prices.values() for key, copy in file.copies.items()}
    return Answer(question, bills, turning, found, copies)


def total_in_words(bill: Bill) -> str:
    """`41.20 USD a month`, or `at least 41.20 USD a month; not known: ...`."""
    if bill.whole:
        return f"{in_dollars(bill.total)} USD a month"
    missing = "; ".join(line.what for line in bill.unknown)
    return f"at least {in_dollars(bill.total)} USD a month; not known: {missing}"


def _differences(bills: tuple[Bill, ...]) -> list[str]:
    partly = [bill for bill in bills if not bill.whole]
    told = [f"{bill.title}: {total_in_words(bill)}." for bill in partly]
    known = sorted((bill for bill in bills if bill.whole), key=lambda bill: bill.total)
    for other in known[1:]:
        least = known[0]
        gap = cents(other.total) - cents(least.total)
        if not gap:
            told.append(f"{other.title} and {least.title} cost the same.")
        else:
            part = gap / other.total * 100 if other.total else ZERO
            share = f" ({part:.0f} %)" if part >= 1 else " (less than 1 %)" if part else ""
            told.append(f"{least.title} is {in_dollars(gap)} USD a month{share} cheaper than {other.title}.")
    if partly and known:
        told.append("What is not known is not compared.")
    return told


def _turns(found: Answer) -> list[str]:
    titles = {option.id: option.title for option in found.question.options}
    field = found.curve.input
    told = [_together(alike, titles, field.title, field.unit) for alike in _alike(found.curve.crossings)]
    known = [bill for bill in found.bills if bill.option in found.curve.totals]
    if told or len(known) < 2:
        return told
    totals = found.curve.totals
    differ = [
        index
        for index in range(len(found.curve.points))
        if len({cents(amounts[index]) for amounts in totals.values()}) > 1
    ]
    firsts = {min(totals, key=lambda option: totals[option][index]) for index in differ}
    if len(firsts) == 1:
        whatever = f"Whatever the {field.title.lower()} ({field.low:,f} to {field.high:,f} {field.unit})"
        return [f"{whatever}: {titles[firsts.pop()]} stays the cheapest."]
    return [f"The options cost about the same whatever the {field.title.lower()}."]


def _alike(crossings: Sequence[Crossing]) -> list[list[Crossing]]:
    """Crossings at the same place, where several options cost the same, belong together."""
    groups: list[list[Crossing]] = []
    for crossing in crossings:
        if groups and abs(groups[-1][0].at - crossing.at) <= abs(crossing.at) / 10**6:
            groups[-1].append(crossing)
        else:
            groups.append([crossing])
    return groups


def _together(crossings: Sequence[Crossing], titles: Mapping[str, str], title: str, unit: str) -> str:
    """`Provisioned capacity that is used: above 28.9 % Provisioned is cheaper, below it On-demand.`"""
    leap = " (the cost leaps there, because units are whole)" if any(crossing.jump for crossing in crossings) else ""
    above = " or ".join(dict.fromkeys(titles[crossing.above] for crossing in crossings))
    below = " or ".join(dict.fromkeys(titles[crossing.below] for crossing in crossings))
    return f"{title}: above {short(crossings[0].at)} {unit} {above} is cheaper, below it {below}{leap}."


def short(value: Decimal) -> str:
    """A number with three digits that count, or all digits of the whole part, thousands apart."""
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    text = f"{value:.3g}"
    return format(Decimal(text), "f") if "e" in text.lower() else text
