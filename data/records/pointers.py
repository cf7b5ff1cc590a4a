"""Facts inside records, and pointers to them: `services/ID`, `services/ID#FACT`, `connections/ID`, `use_cases/ID`."""

from collections.abc import Iterator, Mapping

from data.records import Catalog, Fact, Limit, Record, Service


def facts_of(record: object) -> Iterator[Fact]:
    """Every fact inside a record, however deep."""
    if isinstance(record, Fact):
        yield record
    elif isinstance(record, Record):
        for name in type(record).model_fields:
            yield from facts_of(getattr(record, name))
    elif isinstance(record, tuple):
        for item in record:
            yield from facts_of(item)


def statements_of(service: Service) -> list[Fact | Limit]:
    """All facts and limits of a service."""
    return [*facts_of(service), *service.limits]


def fact_ids(service: Service) -> frozenset[str]:
    """Ids that a pointer `services/ID#FACT` may name: of facts and of limits."""
    return frozenset(item.id for item in statements_of(service) if item.id)


def points_somewhere(catalog: Catalog, pointer: str) -> bool:
    """Whether `services/ID`, `services/ID#FACT`, `connections/ID` or `use_cases/ID` names a record (and a fact
    of it)."""
    folder, _, rest = pointer.partition("/")
    record, _, fact = rest.partition("#")
    known: Mapping[str, Record] = {
        "services": catalog.services,
        "connections": catalog.connections,
        "use_cases": catalog.use_cases,
    }.get(folder, {})
    if record not in known:
        return False
    service = known[record]
    return not fact or (isinstance(service, Service) and fact in fact_ids(service))
