"""What a use case costs in short: each part of its picture, whole and in the smaller version."""

from dataclasses import dataclass

from data.billing.bill import Bill, in_dollars
from data.billing.models import bill
from data.costs.answer import total_in_words
from data.costs.question import ask
from data.costs.use_cases import use_case_model
from data.records import Catalog


@dataclass(frozen=True)
class CostRow:
    """A part of the picture by its name, and what it costs a month in the whole and in the smaller version."""

    part: str
    whole: str
    smaller: str


@dataclass(frozen=True)
class CostSummary:
    """The rows of a use case under our example of a load, and what they come to."""

    load: str
    region: str
    rows: tuple[CostRow, ...]
    whole: str
    smaller: str
    notes: tuple[str, ...]


def amounts_of_parts(found: Bill) -> dict[str, str]:
    """What each part of the picture costs: `41.20 USD`, `at least 3.00 USD`, `not known`."""
    told = {}
    for part, (total, whole) in found.costs_of_parts().items():
        known = f"{in_dollars(total)} USD"
        told[part] = known if whole else f"at least {known}" if total else "not known"
    return told


def cost_summary(catalog: Catalog, use_case: str) -> CostSummary | None:
    """The costs of a use case at list prices; None where its parts have no prices."""
    if use_case not in catalog.use_case_costs:
        return None
    model = use_case_model(catalog)
    question, _ = ask(catalog, model, {"use_case": use_case})
    whole, smaller = (bill(model, option, question.inputs, question.book(catalog)) for option in question.options)
    amounts, less = amounts_of_parts(whole), amounts_of_parts(smaller)
    rows = tuple(
        CostRow(part_name(catalog, part), amounts.get(part, "-"), less.get(part, "-")) for part in {**amounts, **less}
    )
    load = catalog.use_case_costs[use_case].load
    totals = (total_in_words(whole).partition(";")[0], total_in_words(smaller).partition(";")[0])
    return CostSummary(load, question.inputs.region, rows, *totals, whole.notes)


def part_name(catalog: Catalog, part: str) -> str:
    """The short name of a service, or those of both ends of a connection."""
    if part in catalog.services:
        return catalog.services[part].short_name
    connection = catalog.connections[part]
    ends = (catalog.services[end].short_name for end in (connection.source_id, connection.target_id))
    return " → ".join(ends)
