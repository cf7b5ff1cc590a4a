"""What the picture of a use case shows at a place: all of it, one step of it, or a part of it that fails. Pure: from records to records."""

from collections import defaultdict
from dataclasses import replace

from components.scene import Walk
from components.use_case_address import Place
from data.catalog import Catalog
from data.filters import LandscapeFilter
from data.records import Connection, UseCase
from data.view import Question, View, view


def picture(of: Catalog, place: Place) -> tuple[View, Walk]:
    """The view of a place on a use case, and where its walk stands; what is drawn, and so where, is the same at every place of one use case.

    Errors: KeyError where the place names no use case.
    """
    use_case = of.use_cases[place.use_case or ""]
    whole = view(of, Question(filter=LandscapeFilter(use_cases=(use_case.id,)), look="only"))
    whole = replace(whole, title=use_case.title, selected=place.card)
    if place.walks:
        return _at_step(of, use_case, whole, place.slide)
    if place.failure and not place.presenting:
        return _at_failure(of, use_case, whole, use_case.failures[place.failure - 1].part)
    return whole, Walk(badges(use_case), place.connection, frozenset())


def _at_step(of: Catalog, use_case: UseCase, whole: View, number: int) -> tuple[View, Walk]:
    step = use_case.steps[number - 1]
    connection = of.connections[step.connection]
    before = frozenset(earlier.connection for earlier in use_case.steps[: number - 1])
    shown = replace(
        whole,
        lit_services=ends_of(connection),
        lit_connections=frozenset({connection.id}),
        title=f"{use_case.title}: step {number} of {len(use_case.steps)}, {step.title}",
    )
    return shown, Walk(badges(use_case), connection.id, before - {connection.id})


def _at_failure(of: Catalog, use_case: UseCase, whole: View, part: str) -> tuple[View, Walk]:
    """The part that fails, and what it touches."""
    touched = [c for c in (of.connections[c] for c in sorted(whole.connections)) if part == c.id or part in ends_of(c)]
    shown = replace(
        whole,
        lit_services=frozenset({part} & whole.services).union(*map(ends_of, touched)),
        lit_connections=frozenset(c.id for c in touched),
        selected=whole.selected or part,
        title=f"{use_case.title}: what if {part_name(of, part)} fails",
    )
    return shown, Walk(badges(use_case), part if part in whole.connections else None, frozenset())


def badges(use_case: UseCase) -> dict[str, str]:
    """For every connection the numbers of the steps that it carries: `2`, or `2, 5`."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for number, step in enumerate(use_case.steps, start=1):
        numbers[step.connection].append(str(number))
    return {connection: ", ".join(carried) for connection, carried in numbers.items()}


def ends_of(connection: Connection) -> frozenset[str]:
    """The ids of the two services of a connection."""
    return frozenset({connection.source_id, connection.target_id})


def part_name(of: Catalog, part: str) -> str:
    """The name of a service, or of a connection by its two ends."""
    if part in of.services:
        return of.services[part].short_name
    connection = of.connections[part]
    return f"{of.services[connection.source_id].short_name} → {of.services[connection.target_id].short_name}"


def involved(of: Catalog, use_case: UseCase) -> tuple[str, ...]:
    """The short names of the services of a use case, in the order in which its steps meet them."""
    ends = (of.connections[step.connection] for step in use_case.steps)
    met = dict.fromkeys([*(end for c in ends for end in (c.source_id, c.target_id)), *use_case.also])
    return tuple(of.services[service].short_name for service in met)
