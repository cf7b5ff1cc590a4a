"""The rules of thumb that AWS states for a choice, beside what the prices of today make of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from data.billing.bill import ZERO, Bill
from data.billing.models import bill
from data.costs.answer import Answer, short
from data.costs.turning import Crossing, with_value
from data.records import Catalog
from data.records.price import RuleOfThumb

HUNDRED, DAY, KIB = Decimal(100), Decimal(24), Decimal(1024)
STORAGE = ("Storage",)
REQUESTS = ("Read request", "Write request", "Read capacity", "Write capacity", "Replicated")
Measure = Callable[[Bill, Crossing], Decimal | None]


@dataclass(frozen=True)
class RuleBeside:
    """A rule, and the sentence that sets it against the computed crossing; empty where the two cannot be compared."""

    rule: RuleOfThumb
    against: str


@dataclass(frozen=True)
class _Test:
    """How a rule is measured: on which option's bill, by which number, against which thresholds of the record."""

    option: str
    measure: Measure
    words: str
    thresholds: tuple[str, ...]
    unit: str = "%"


def _sum(bill: Bill, starts: tuple[str, ...]) -> Decimal:
    return sum((line.amount or ZERO for line in bill.monthly if line.what.startswith(starts)), ZERO)


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    return part / whole * HUNDRED if whole else None


def _at(_: Bill, crossing: Crossing) -> Decimal:
    return crossing.at


def _hours(_: Bill, crossing: Crossing) -> Decimal:
    return crossing.at / DAY * HUNDRED


def _storage_over_throughput(bill: Bill, _: Crossing) -> Decimal | None:
    return _share(_sum(bill, STORAGE), _sum(bill, REQUESTS))


def _storage_of_all(bill: Bill, _: Crossing) -> Decimal | None:
    return _share(_sum(bill, STORAGE), bill.total)


def _io_of_all(bill: Bill, _: Crossing) -> Decimal | None:
    return _share(_sum(bill, ("I/O",)), bill.total)


TESTS = {
    "ddb-od-35": _Test("", _at, "use of the provisioned capacity", ("average_provisioned_utilisation_below",)),
    "ddb-ia-50-throughput": _Test(
        "std", _storage_over_throughput, "storage over throughput cost in Standard", ("storage_over_throughput_cost",)
    ),
    "ddb-ia-42": _Test("std", _storage_over_throughput, "storage over throughput cost in Standard", ("to_ia",)),
    "ddb-ia-50-total": _Test(
        "std", _storage_of_all, "storage as a share of the table's cost", ("storage_share_of_table_cost",)
    ),
    "aurora-iopt-25": _Test("aurora", _io_of_all, "I/O as a share of the cost of Aurora Standard", ("io_share",)),
    "rds-ri-util": _Test("", _at, "time in which the instance runs", ("util_1yr_nu", "util_3yr_au")),
    "rss-reservation": _Test("", _hours, "busy hours of all hours", ("off_1yr_nu", "off_1yr_au")),
}


def rules_beside(catalog: Catalog, answer: Answer) -> tuple[RuleBeside, ...]:
    """The rules for the options that are compared, each against the crossing where one was computed."""
    options = answer.question.options
    found: dict[str, RuleBeside] = {}
    for first in options:
        for second in options:
            for name in answer.question.model.turn(first.id, second.id).rules if first is not second else ():
                if name in catalog.rules_of_thumb and name not in found:
                    found[name] = RuleBeside(
                        catalog.rules_of_thumb[name], _against(answer, name, {first.id, second.id}, catalog)
                    )
    return tuple(found.values())


def _against(answer: Answer, name: str, pair: set[str], catalog: Catalog) -> str:
    test = TESTS.get(name)
    crossing = next((c for c in answer.curve.crossings if {c.below, c.above} == pair), None)
    if test is None or crossing is None or answer.question.over != answer.question.model.turn(*sorted(pair)).input:
        return ""
    measured = test.measure(_bill_at(catalog, answer, crossing, test, pair), crossing)
    stated = _stated(catalog.rules_of_thumb[name], test.thresholds)
    if measured is None or not stated:
        return ""
    told = " or ".join(f"{short(value)} {test.unit}" for value in stated)
    nearest = min(stated, key=lambda value: abs(value - measured))
    apart = abs(nearest - measured)
    computed = f"Computed from the prices here: {short(measured)} {test.unit} ({test.words})"
    return f"{computed}; stated: {told}; {short(apart)} points apart."


def _stated(rule: RuleOfThumb, names: Sequence[str]) -> list[Decimal]:
    """The thresholds as percentages; a discount that has to be earned back is told as the use at which it is."""
    found = [rule.threshold[name] for name in names if name in rule.threshold]
    return [
        (1 - value if name.startswith("off_") else value) * HUNDRED for name, value in zip(names, found, strict=False)
    ]


def _bill_at(catalog: Catalog, answer: Answer, crossing: Crossing, test: _Test, pair: set[str]) -> Bill:
    """The bill that a rule measures, where the two options cost the same."""
    wanted = [option for option in answer.question.options if option.id in pair]
    option = next(
        (o for o in wanted if test.option and (o.id.endswith(test.option) or not o.id.endswith("-ia"))), wanted[0]
    )
    asks = with_value(answer.question.inputs, answer.curve.input, crossing.at)
    return bill(answer.question.model, option, asks, answer.question.book(catalog))
