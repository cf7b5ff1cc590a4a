"""Facts inside records, and pointers to them: `services/ID#FACT`, `connections/ID#FACT`, `use_cases/ID`."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from data.records import Catalog, Connection, Fact, Limit, Record, Service, Source


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
def named_facts(catalog: Catalog) -> Mapping[tuple[str, str], Mapping[str, Fact | Limit]]:
    """What a pointer `services/ID#FACT` or `connections/ID#FACT` may name: by folder and id of the record all facts,
    and limits of a service, by their ids."""
    found: dict[tuple[str, str], dict[str, Fact | Limit]] = {}
    for folder, records in (("services", catalog.services), ("connections", catalog.connections)):
        for identity, record in records.items():
            found[folder, identity] = {item.id: item for item in reversed(_items_of(record)) if item.id}
    return found


def _items_of(record: Service | Connection) -> list[Fact | Limit]:
    return statements_of(record) if isinstance(record, Service) else list(facts_of(record))


def said_at(catalog: Catalog, pointer: str) -> tuple[Fact | Limit, Mapping[str, Source]]:
    """What `services/ID#FACT`, `connections/ID#FACT` or, for what it carries, `connections/ID` names, and the sources
    that its keys stand for.

    Errors: KeyError where it leads nowhere.
    """
    folder, _, rest = pointer.partition("/")
    identity, _, fact = rest.partition("#")
    said = named_facts(catalog)[folder, identity]
    if folder == "services":
        return said[fact], catalog.services[identity].sources
    connection = catalog.connections[identity]
    return said[fact] if fact else connection.what, connection.sources


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
    return record in known and (not fact or fact in named_facts(catalog).get((folder, record), {}))
