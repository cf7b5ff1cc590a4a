"""Facts inside records, and pointers to them: `services/ID#FACT`, `connections/ID#FACT`, `use_cases/ID`."""

from collections.abc import Iterator, Mapping

from data.records import Catalog, Connection, Fact, Limit, Record, Service


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


def fact_ids(record: Service | Connection) -> frozenset[str]:
    """Ids that a pointer `services/ID#FACT` or `connections/ID#FACT` may name: of facts, and of a service's limits."""
    items: list[Fact | Limit] = statements_of(record) if isinstance(record, Service) else list(facts_of(record))
    return frozenset(item.id for item in items if item.id)


def points_somewhere(catalog: Catalog, pointer: str) -> bool:
    """Whether `services/ID`, `connections/ID` (both also with `#FACT`) or `use_cases/ID` names a record (and a fact
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
    found = known[record]
    return not fact or (isinstance(found, Service | Connection) and fact in fact_ids(found))
