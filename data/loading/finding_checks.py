"""What must hold of the findings: each points at facts that are there, and at arrows of the landscape."""

from collections.abc import Iterator

from data.records import Catalog
from data.records.finding import Condition
from data.records.pointers import points_somewhere


def finding_problems(catalog: Catalog) -> Iterator[str]:
    """All problems of the findings, a line each."""
    for finding in catalog.findings.values():
        file = f"findings/{finding.id}.yaml"
        for pointer in finding.why:
            if "#" not in pointer or not points_somewhere(catalog, pointer):
                yield f"{file}: why: {pointer!r} leads to no fact"
        for connection in finding.alternative.connections if finding.alternative else ():
            if connection not in catalog.connections:
                yield f"{file}: alternative: unknown connection {connection!r}"
        for service in _services((*finding.applies, *finding.good)):
            if service not in catalog.services:
                yield f"{file}: unknown service {service!r}"


def _services(conditions: tuple[Condition, ...]) -> Iterator[str]:
    for condition in conditions:
        yield from (
            *condition.linked_from,
            *condition.linked_to,
            *condition.by_source,
            *((condition.as_service,) if condition.as_service else ()),
        )
        yield from _services(condition.any_of)
