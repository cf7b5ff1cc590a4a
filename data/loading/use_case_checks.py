"""What must hold between a use case and what it names."""

from collections.abc import Iterator

from data.records import Alternative, Catalog, Failure, UseCase


def use_case_problems(catalog: Catalog) -> Iterator[str]:
    """The problems of all use cases, a line each."""
    for use_case in catalog.use_cases.values():
        file = f"use_cases/{use_case.id}.yaml"
        unknown = list(_unknown(catalog, use_case))
        yield from (f"{file}: {problem}" for problem in unknown)
        if not unknown:
            yield from (f"{file}: {problem}" for problem in _outside(catalog, use_case))


def _unknown(catalog: Catalog, use_case: UseCase) -> Iterator[str]:
    for number, step in enumerate(use_case.steps):
        if step.connection not in catalog.connections:
            yield f"steps.{number}.connection: unknown connection {step.connection!r}"
    named = (service for entry in use_case.alternatives for service in (*entry.services, *entry.compare))
    for service in (*use_case.also, *named):
        if service not in catalog.services:
            yield f"unknown service {service!r}"
    for number, alternative in enumerate(use_case.alternatives):
        for connection in alternative.route:
            if connection not in catalog.connections:
                yield f"alternatives.{number}.route: unknown connection {connection!r}"


def _outside(catalog: Catalog, use_case: UseCase) -> Iterator[str]:
    services, connections = catalog.services_in(use_case.id), catalog.connections_in(use_case.id)
    for number, failure in enumerate(use_case.failures):
        if failure.part not in services | connections:
            yield f"failures.{number}.part: {failure.part!r} is no service or connection of this use case"
        yield from (f"failures.{number}.{problem}" for problem in _hit_wrongly(failure, services))
    for number, alternative in enumerate(use_case.alternatives):
        yield from (f"alternatives.{number}.{problem}" for problem in _routed_wrongly(alternative, connections))
    for number, left_out in enumerate(use_case.smaller):
        if left_out.service not in services:
            yield f"smaller.{number}.service: {left_out.service!r} is no service of this use case"


def _hit_wrongly(failure: Failure, services: frozenset[str]) -> Iterator[str]:
    hit = [*failure.late, *failure.lost, *failure.wrong]
    for service in dict.fromkeys(hit):
        if service not in services:
            yield f"late, lost or wrong: {service!r} is no service of this use case"
        if service == failure.part:
            yield f"late, lost or wrong: {service!r} is what fails"
        if hit.count(service) > 1:
            yield f"late, lost or wrong: {service!r} stands twice"


def _routed_wrongly(alternative: Alternative, connections: frozenset[str]) -> Iterator[str]:
    for connection in alternative.without:
        if connection not in connections:
            yield f"without: {connection!r} is no connection of this use case"
        if connection in alternative.route:
            yield f"without: {connection!r} is on its route"
    if len(alternative.compare) == 1:
        yield "compare: one service alone cannot be compared"
