"""A walk through a use case: where a visitor stands, and what the picture then shows: all of it, one step, or a part
that fails."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from data.landscape.filters import LandscapeFilter
from data.landscape.view import Question, View, view
from data.records import Catalog, Connection, UseCase

Go = Literal["next", "previous", "first", "last"]


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a walk through a use case stands: numbers by connection, the active one, those walked before."""

    badges: Mapping[str, str]
    active: str | None
    before: frozenset[str]


@dataclass(frozen=True)
class Place:
    """Where a visitor is: in the gallery (no use case), on a use case, at a step of it, on a slide of it. `steps` is
    the number of its steps, `part` that of the card that is open."""

    use_case: str | None = None
    steps: int = 0
    step: int | None = None
    presenting: bool = False
    failure: int | None = None
    service: str | None = None
    connection: str | None = None
    part: str | None = None

    @property
    def slide(self) -> int:
        """The slide of a presentation: 0 is the first, a step's number is that step, one more is the last."""
        return self.step or 0

    @property
    def span(self) -> tuple[int, int]:
        """The lowest and the highest value of `step` that one can go to."""
        return (0, self.steps + 1) if self.presenting else (1, self.steps)

    @property
    def card(self) -> str | None:
        """The id of the service or connection whose card is open."""
        return self.connection or self.service

    @property
    def walks(self) -> bool:
        """Whether a step of the walkthrough is shown, on the page or on a slide."""
        return self.step is not None and 1 <= self.step <= self.steps

    def at(self, step: int) -> "Place":
        """The place at another step, as far as there is one, without a card."""
        low, high = self.span
        return replace(self, step=min(max(step, low), high), service=None, connection=None, part=None)

    def moved(self, go: Go) -> "Place":
        """The place one step on or back, or at an end."""
        low, high = self.span
        return self.at({"next": self.slide + 1, "previous": self.slide - 1, "first": low, "last": high}[go])


def picture(catalog: Catalog, place: Place) -> tuple[View, Walk]:
    """The view of a place on a use case, and where its walk stands; what is drawn, and so where, is the same at every
    place of one use case.

    Errors: KeyError where the place names no use case.
    """
    use_case = catalog.use_cases[place.use_case or ""]
    whole = view(catalog, Question(filter=LandscapeFilter(use_cases=(use_case.id,)), look="only"))
    whole = replace(whole, title=use_case.title, selected=place.card)
    if place.walks:
        return _at_step(catalog, use_case, whole, place.slide)
    if place.failure and not place.presenting:
        return _at_failure(catalog, use_case, whole, use_case.failures[place.failure - 1].part)
    return whole, Walk(badges(catalog, use_case), place.connection, frozenset())


def _at_step(catalog: Catalog, use_case: UseCase, whole: View, number: int) -> tuple[View, Walk]:
    step = use_case.steps[number - 1]
    connection = catalog.connections[step.connection]
    before = frozenset(earlier.connection for earlier in use_case.steps[: number - 1])
    shown = replace(
        whole,
        lit_services=ends_of(connection),
        lit_connections=frozenset({connection.id}),
        title=f"{use_case.title}: step {number} of {len(use_case.steps)}, {step.title}",
    )
    return shown, Walk(badges(catalog, use_case), connection.id, before - {connection.id})


def _at_failure(catalog: Catalog, use_case: UseCase, whole: View, part: str) -> tuple[View, Walk]:
    """The part that fails, and what it touches."""
    touched = [
        c for c in (catalog.connections[c] for c in sorted(whole.connections)) if part == c.id or part in ends_of(c)
    ]
    shown = replace(
        whole,
        lit_services=frozenset({part} & whole.services).union(*map(ends_of, touched)),
        lit_connections=frozenset(c.id for c in touched),
        selected=whole.selected or part,
        title=f"{use_case.title}: what if {part_name(catalog, part)} fails",
    )
    return shown, Walk(badges(catalog, use_case), part if part in whole.connections else None, frozenset())


def badges(catalog: Catalog, use_case: UseCase) -> dict[str, str]:
    """For every connection the numbers of the steps that it carries: `2`, or `2, 5`. A connection by way of a service
    that no step meets has the number of the step between whose ends that service stands."""
    numbers: dict[str, list[str]] = defaultdict(list)
    beside = catalog.connections_in(use_case.id) - {step.connection for step in use_case.steps}
    by_ends = {(c.source_id, c.target_id): c.id for c in (catalog.connections[one] for one in beside)}
    for number, step in enumerate(use_case.steps, start=1):
        numbers[step.connection].append(str(number))
        start, end = (getattr(catalog.connections[step.connection], side) for side in ("source_id", "target_id"))
        for service in use_case.also:
            there, onward = by_ends.get((start, service)), by_ends.get((service, end))
            if there and onward:
                numbers[there].append(str(number))
                numbers[onward].append(str(number))
    return {connection: ", ".join(carried) for connection, carried in numbers.items()}


def ends_of(connection: Connection) -> frozenset[str]:
    """The ids of the two services of a connection."""
    return frozenset({connection.source_id, connection.target_id})


def part_name(catalog: Catalog, part: str) -> str:
    """The name of a service, or of a connection by its two ends."""
    if part in catalog.services:
        return catalog.services[part].short_name
    connection = catalog.connections[part]
    return f"{catalog.services[connection.source_id].short_name} → {catalog.services[connection.target_id].short_name}"


def involved(catalog: Catalog, use_case: UseCase) -> tuple[str, ...]:
    """The short names of the services of a use case, in the order in which its steps meet them."""
    return tuple(catalog.services[service].short_name for service in services_met(catalog, use_case))


def services_met(catalog: Catalog, use_case: UseCase) -> list[str]:
    """Ids of the services of a use case, in the order in which its steps meet them; those beside the steps last."""
    ends = (catalog.connections[step.connection] for step in use_case.steps)
    return list(dict.fromkeys([*(end for c in ends for end in (c.source_id, c.target_id)), *use_case.also]))
