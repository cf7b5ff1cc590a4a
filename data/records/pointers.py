"""Facts inside records, and pointers to them: `services/ID#FACT`, `connections/ID#FACT`, `use_cases/ID`."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from data.records import Catalog, Fact, Limit, Record, Service


def facts_of(record: object) -> Iterator[Fact]:
    """Every fact inside a record, however deep."""
    if isinstance(record, str):  # what most fields are
        return
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


@lru_cache(maxsize=1)
def _fact_ids(catalog: Catalog) -> Mapping[str, frozenset[str]]:
    """By `services/ID` and `connections/ID`, the ids that may stand behind `#`: of facts, and of a service's limits."""
    services = {f"services/{name}": statements_of(service) for name, service in catalog.services.items()}
    connections = {f"connections/{name}": facts_of(record) for name, record in catalog.connections.items()}
    return {
        record: frozenset(item.id for item in items if item.id) for record, items in (services | connections).items()
    }


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
    return record in known and (not fact or fact in _fact_ids(catalog).get(f"{folder}/{record}", ()))
