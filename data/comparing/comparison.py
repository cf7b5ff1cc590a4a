"""Services, or the options of a ready comparison, side by side: the same rows for all, what differs, and which
quantity is the larger."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from data.comparing.quantity import Named, Outcome, in_words, outcome
from data.records import (
    Capability,
    Catalog,
    Charge,
    Comparison,
    Fact,
    Judgement,
    Limit,
    OptionCell,
    Service,
    ServiceLevel,
    Source,
)
from data.search.words import as_part

MOST = 4
NOT_PUBLISHED = "AWS publishes no figure."
NOT_RECORDED = "Not recorded in this atlas."
NO_SUCH_LIMIT = "No such limit is recorded."
UNKNOWN = frozenset({NOT_RECORDED, NO_SUCH_LIMIT})
Status = Literal["same", "differs", "not recorded"]
NOTHING = Outcome("")
MEASURES: Mapping[str, str] = {
    "item-size": "Size of an item",
    "record-size": "Size of a record",
    "storage-per-resource": "Storage",
    "nodes-per-cluster": "Nodes of a cluster",
    "resources-per-region": "Resources in a Region",
    "read-replicas": "Read replicas",
    "retention": "How long data is kept",
    "backup-retention": "How long automated backups are kept",
    "request-size": "Size of a request",
    "connections": "Connections",
    "throughput-per-partition": "Throughput of a partition",
    "targets-per-resource": "Targets or consumers",
    "transaction-size": "Size of a transaction",
    "index-count": "Indexes",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a cell: a figure (may be empty), its text, and the keys of its sources among those of its
    side."""

    text: str
    source: tuple[str, ...]
    figure: str = ""
    told: str | None = None
    conflict: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one side has in a row; `missing` says in words that it has nothing."""

    statements: tuple[Statement, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the same question to every side. `outcome` tells what quantities come to; `judged` marks our judgement;
    `folded` a list to open.

    Only what is recorded of both can differ. Figures that are the same make a row the same, whatever else is noted
    beside them; statements have to be the same word for word.
    """

    title: str
    group: str
    cells: tuple[Cell, ...]
    outcome: Outcome = NOTHING
    judged: bool = False
    folded: bool = False

    @property
    def id(self) -> str:
        return as_part(self.title)

    @property
    def status(self) -> Status:
        recorded = [cell for cell in self.cells if cell.missing not in UNKNOWN]
        if len(recorded) < min(2, len(self.cells)):
            return "not recorded"
        if self.outcome.same:
            return "same"
        said = {(cell.missing, frozenset((s.figure, s.text) for s in cell.statements)) for cell in recorded}
        return "differs" if len(said) > 1 else "same" if len(recorded) == len(self.cells) else "not recorded"


@dataclass(frozen=True, slots=True)
class Side:
    """A column: its id, its name, and the sources that its statements name."""

    id: str
    name: str
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Table:
    sides: tuple[Side, ...]
    rows: tuple[Row, ...]

    def only_differences(self) -> "Table":
        """The table without the rows that say the same, or nothing, for all."""
        return replace(self, rows=tuple(row for row in self.rows if row.status == "differs"))

    @property
    def differing(self) -> int:
        return sum(row.status == "differs" for row in self.rows)


def compare_services(catalog: Catalog, services: Sequence[str]) -> Table:
    """The table of some services, in their order."""
    records = [catalog.services[service] for service in services]
    return Table(tuple(Side(s.id, s.short_name, s.sources) for s in records), tuple(_service_rows(catalog, records)))


def compare_options(comparison: Comparison) -> Table:
    """The table of the options of a ready comparison; without rows where it has none of its own."""
    names = [option.name for option in comparison.options]
    rows = []
    for row in comparison.rows:
        figures = [
            Named(name, (cell.figure,) if cell.figure else ()) for name, cell in zip(names, row.cells, strict=True)
        ]
        told = outcome(figures) if sum(bool(side.limits) for side in figures) > 1 else NOTHING
        judged = any(cell.judgements for cell in row.cells)
        rows.append(Row(row.title, "Option by option", tuple(_option_cell(cell) for cell in row.cells), told, judged))
    return Table(
        tuple(Side(f"option-{number}", name, comparison.sources) for number, name in enumerate(names)), tuple(rows)
    )


def _option_cell(cell: OptionCell) -> Cell:
    figure = [_limit(cell.figure, with_name=False)] if cell.figure else []
    statements = (*figure, *map(_fact, cell.facts), *map(_judgement, cell.judgements))
    return Cell(statements, "" if statements else NOT_PUBLISHED)


def _service_rows(catalog: Catalog, services: Sequence[Service]) -> Iterator[Row]:
    def row(title: str, group: str, cells: Iterable[Sequence[Statement]], *, judged: bool = False) -> Row:
        return Row(
            title, group, tuple(Cell(tuple(cell), "" if cell else NOT_RECORDED) for cell in cells), judged=judged
        )

    yield row("Purpose", "What it is", ([_fact(s.purpose)] for s in services))
    yield row("Data model", "What it is", ([*map(_fact, s.data_model)] for s in services))
    for capability in catalog.taxonomy.capabilities:
        if any(capability.id in s.capabilities for s in services):
            yield row(capability.name, "Yes or no", (_capability(s.capabilities.get(capability.id)) for s in services))
    behaviour = "How it behaves"
    yield row("Consistency and freshness", behaviour, ([*map(_fact, s.consistency)] for s in services))
    latency = tuple(
        Cell(tuple(map(_fact, s.latency)), "" if s.latency else NOT_PUBLISHED if s.core else NOT_RECORDED)
        for s in services
    )
    yield Row("Latency, as published", behaviour, latency)
    yield row("Scaling", behaviour, ([*map(_fact, s.scaling)] for s in services))
    yield row("Availability", behaviour, ([*map(_fact, s.availability)] for s in services))
    yield row("Published service levels", behaviour, ([*map(_service_level, s.service_levels)] for s in services))
    yield from _limit_rows(services)
    yield row("What is billed", "Billing", ([*map(_charge, s.billing)] for s in services))
    for title, field in (
        ("Encryption", "encryption"),
        ("Network", "network"),
        ("Authentication and access", "authentication"),
        ("Audit", "audit"),
    ):
        yield row(title, "Security", ([*map(_fact, getattr(s.security, field))] for s in services))
    for title, field in (
        ("When to use it", "when_to_use"),
        ("When not to", "when_not_to_use"),
        ("Operations left to you", "operations_left"),
    ):
        yield row(title, "Choosing and running", ([*map(_judgement, getattr(s, field))] for s in services), judged=True)


def _limit_rows(services: Sequence[Service]) -> Iterator[Row]:
    """A row for each measure, one for each name that several services share, and one that folds away the limits of
    one service only."""
    group = "Limits"
    left = {service.id: list(service.limits) for service in services}

    def taken(fits: Mapping[str, tuple[Limit, ...]], title: str, *, with_name: bool) -> Row:
        for service, limits in fits.items():
            left[service] = [limit for limit in left[service] if limit not in limits]
        cells = (
            Cell(tuple(_limit(limit, with_name=with_name) for limit in fits[s.id]), "" if fits[s.id] else NO_SUCH_LIMIT)
            for s in services
        )
        return Row(title, group, tuple(cells), outcome([Named(s.short_name, fits[s.id]) for s in services]))

    for measure in dict.fromkeys(limit.measure for service in services for limit in service.limits if limit.measure):
        fits = {s.id: tuple(limit for limit in s.limits if limit.measure == measure) for s in services}
        yield taken(fits, MEASURES.get(measure, measure.replace("-", " ").capitalize()), with_name=True)
    for name in dict.fromkeys(limit.name for service in services for limit in service.limits):
        fits = {s.id: tuple(limit for limit in left[s.id] if limit.name == name) for s in services}
        if sum(bool(limits) for limits in fits.values()) > 1:
            yield taken(fits, name, with_name=False)
    cells = tuple(
        Cell(tuple(_limit(limit, with_name=True) for limit in left[s.id]), "" if left[s.id] else NO_SUCH_LIMIT)
        for s in services
    )
    if any(cell.statements for cell in cells):
        yield Row("Limits of one service only", group, cells, folded=True)


def _fact(fact: Fact) -> Statement:
    return Statement(fact.text, fact.source, told=fact.told, conflict=fact.conflict)


def _judgement(judgement: Judgement) -> Statement:
    return Statement(judgement.text, judgement.source)


def _limit(limit: Limit, *, with_name: bool) -> Statement:
    """A limit with its scope and whether it can be changed; `with_name` where the row's title does not say what
    it is."""
    adjustable = {"yes": "can be raised", "no": "fixed", "parameter": "a setting", "not stated": ""}[limit.adjustable]
    holds_for = "; ".join(part for part in (limit.scope, adjustable) if part)
    text = f"{limit.name} ({holds_for})" if with_name else f"{holds_for[0].upper()}{holds_for[1:]}"
    note = f". {limit.note[0].upper()}{limit.note[1:].removesuffix('.')}" if limit.note else ""
    return Statement(f"{text}{note}.", limit.source, in_words(limit), limit.told, limit.conflict)


def _charge(charge: Charge) -> Statement:
    note = f". {charge.note}" if charge.note else ""
    return Statement(f"{charge.what} ({charge.unit}){note}", charge.source)


def _service_level(level: ServiceLevel) -> Statement:
    dated = f" Dated {level.dated}." if level.dated else ""
    return Statement(f"{level.condition.removesuffix('.')}.{dated}", level.source, f"{level.percent:g} % a month")


def _capability(entry: Capability | None) -> list[Statement]:
    return [Statement(entry.note or "", entry.source, entry.value.capitalize())] if entry else []
