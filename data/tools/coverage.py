"""How well the catalog is covered by sources: how many statements, how many with a page, how old the texts are, and
what a core service lacks.

Run by `make coverage-of-facts`, which prints the table of the page "About the data".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from data.catalog import catalog
from data.loading.source_checks import page_of
from data.records import Catalog, Record, Service, Source

NOT_A_STATEMENT = frozenset({"sources", "docs"})
FIELDS = (
    ("when to use", "when_to_use"),
    ("when not to use", "when_not_to_use"),
    ("data model", "data_model"),
    ("details", "details"),
    ("limits", "limits"),
    ("billing", "billing"),
    ("scaling", "scaling"),
    ("availability", "availability"),
    ("published service level", "service_levels"),
    ("consistency", "consistency"),
    ("published latency", "latency"),
    ("what stays your job", "operations_left"),
)
SECURITY = ("encryption", "network", "authentication", "audit")


@dataclass(frozen=True)
class Coverage:
    """One service, or one kind of record.

    `statements` counts facts, limits, charges, service levels, capabilities, steps and judgements; `sourced` those
    that name a page. `pages` counts the pages cited, `read_whole` those of them that were read from beginning to end,
    `undated` those whose copy bears no date. `oldest` and `newest` are the earliest days that the dates of the others
    can mean; None where none is dated. `missing` names the fields of a core service that are empty.
    """

    id: str
    name: str
    core: bool
    statements: int
    sourced: int
    pages: int
    read_whole: int
    undated: int
    oldest: date | None
    newest: date | None
    missing: tuple[str, ...] = ()

    def age(self, today: date) -> int | None:
        """Age of the oldest dated text in days; None where no text is dated."""
        return None if self.oldest is None else (today - self.oldest).days


def statements_in(record: object) -> Iterator[Record]:
    """Every record inside `record` that can name its sources, itself included where it can."""
    if isinstance(record, Record):
        if "source" in type(record).model_fields:
            yield record
        for name in type(record).model_fields:
            if name not in NOT_A_STATEMENT:
                yield from statements_in(getattr(record, name))
    elif isinstance(record, tuple):
        for item in record:
            yield from statements_in(item)
    elif isinstance(record, dict):
        yield from statements_in(tuple(record.values()))


def _covered(
    record_id: str,
    name: str,
    records: Iterable[Record],
    sources: Iterable[Source],
    *,
    core: bool = False,
    missing: tuple[str, ...] = (),
) -> Coverage:
    statements = [statement for record in records for statement in statements_in(record)]
    by_page = {(source.url, source.read_on, source.read): source for source in sources}
    dates = [source.oldest for source in by_page.values() if source.oldest is not None]
    return Coverage(
        id=record_id,
        name=name,
        core=core,
        statements=len(statements),
        sourced=sum(bool(getattr(statement, "source", ())) for statement in statements),
        pages=len({page_of(source) for source in by_page.values()}),
        read_whole=len({page_of(source) for source in by_page.values() if source.read == "whole"}),
        undated=len({page_of(source) for source in by_page.values() if source.oldest is None}),
        oldest=min(dates, default=None),
        newest=max(dates, default=None),
        missing=missing,
    )


def missing_fields(service: Service, capabilities: Iterable[str]) -> tuple[str, ...]:
    """In words, what is empty on the card of a service; `capabilities` are the ids of all capabilities of the
    taxonomy."""
    fields = tuple(words for words, field in FIELDS if not getattr(service, field))
    security = tuple(part for part in SECURITY if not getattr(service.security, part))
    names = ("names in code",) if not (service.names_in_code.cloudformation or service.names_in_code.boto3) else ()
    open_questions = [capability for capability in capabilities if capability not in service.capabilities]
    capabilities_open = (f"capabilities: {', '.join(open_questions)}",) if open_questions else ()
    return (*fields, *security, *names, *capabilities_open)


AGES = ("under 3 months", "3 to 12 months", "over a year", "undated")


def age_class(read: date | None, today: date) -> str:
    """Which of `AGES` a text belongs to that was read on a day."""
    if read is None:
        return "undated"
    days = (today - read).days
    return "under 3 months" if days < 92 else "3 to 12 months" if days < 366 else "over a year"


def ages_of_statements(service: Service, today: date) -> dict[str, int]:
    """For each of `AGES`, how many statements of a service rest on a text of that age; the newest text that a
    statement names counts."""
    counts = dict.fromkeys(AGES, 0)
    for statement in statements_in(service):
        keys: tuple[str, ...] = getattr(statement, "source", ())
        if keys:
            dates = [day for key in keys if (day := service.sources[key].oldest) is not None]
            counts[age_class(max(dates, default=None), today)] += 1
    return counts


def coverage_of_services(given: Catalog) -> tuple[Coverage, ...]:
    """Every service, the core ones first, in the order of the catalog."""
    capabilities = [entry.id for entry in given.taxonomy.capabilities]
    rows = [
        _covered(
            service.id,
            service.short_name,
            (service,),
            service.sources.values(),
            core=service.core,
            missing=missing_fields(service, capabilities) if service.core else (),
        )
        for service in given.services.values()
    ]
    return tuple(sorted(rows, key=lambda row: not row.core))


def coverage_of_kinds(given: Catalog) -> tuple[Coverage, ...]:
    """One row for each kind of record."""
    kinds: tuple[tuple[str, str, Mapping[str, Record]], ...] = (
        ("services", "Services", given.services),
        ("connections", "Connections", given.connections),
        ("use-cases", "Use cases", given.use_cases),
        ("glossary", "Glossary", given.terms),
    )
    return tuple(
        _covered(
            kind, name, records.values(), [source for record in records.values() for source in _sources_of(record)]
        )
        for kind, name, records in kinds
    )


def _sources_of(record: Record) -> Iterable[Source]:
    sources: Mapping[str, Source] = getattr(record, "sources", {})
    return sources.values()


def age_in_words(days: int | None) -> str:
    """`51 days`, `7 months`, `3.2 years`; `no dated text` for None."""
    if days is None:
        return "no dated text"
    if days < 100:
        return f"{days} day{'' if days == 1 else 's'}"
    return f"{days / 30.44:.0f} months" if days < 730 else f"{days / 365.25:.1f} years"


def report(given: Catalog, today: date) -> str:
    """The table as text, a line each, and under it what is missing."""
    rows = (
        (
            f"{row.name:28}{row.statements:>11}{row.sourced:>9}{row.pages:>7}{row.read_whole:>12}{row.undated:>9} "
            f" {age_in_words(row.age(today))}"
        )
        for row in (*coverage_of_services(given), *coverage_of_kinds(given))
    )
    head = f"{'':28}{'statements':>11}{'sourced':>9}{'pages':>7}{'read whole':>12}{'undated':>9}  oldest text"
    lacking = [f"{row.name}: {'; '.join(row.missing)}" for row in coverage_of_services(given) if row.missing]
    return "\n".join([head, *rows, "", "Empty on the cards of core services:", *(lacking or ["nothing"])])


if __name__ == "__main__":
    print(report(catalog(), date.today()))
