"""A walk through a use case: where a visitor stands, and what the picture then shows: all of it, one step, a part
that fails, or another way."""

from dataclasses import dataclass, replace
from typing import Literal

from data.landscape.view import View
from data.landscape.what_if import Walk, another_way, badges, ends_of, failing, part_name, whole_view
from data.records import Catalog, UseCase

__all__ = ["Place", "Walk", "badges", "involved", "part_name", "parts_of", "picture", "place_on", "services_met"]

Go = Literal["next", "previous", "first", "last"]
Shown = Literal["whole", "step", "failure", "alternative", "end"]


@dataclass(frozen=True)
class Place:
    """Where a visitor is: in the gallery (no use case), on a use case, at a step, a failure or an alternative of it, on
    a slide of it. `part` is that of the card that is open; `steps`, `failures` and `alternatives` are how many
    there are."""

    use_case: str | None = None
    steps: int = 0
    step: int | None = None
    presenting: bool = False
    failure: int | None = None
    service: str | None = None
    connection: str | None = None
    part: str | None = None
    alternative: int | None = None
    failures: int = 0
    alternatives: int = 0

    @property
    def slide(self) -> int:
        """The step: 0 before the first one; a presentation also has one after the last, its end."""
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

    @property
    def shows(self) -> Shown:
        """What is shown: a step comes before a failure, a failure before an alternative."""
        if self.slide:
            return "step" if self.walks else "end"
        return "failure" if self.failure else "alternative" if self.alternative else "whole"

    @property
    def row(self) -> tuple["Place", ...]:
        """The places that one goes through, in order: the slides of a presentation, else the steps, failures or
        alternatives."""
        bare = replace(self, step=None, failure=None, alternative=None, service=None, connection=None, part=None)
        steps = [replace(bare, step=number) for number in range(1, self.steps + 1)]
        failures = [replace(bare, failure=number) for number in range(1, self.failures + 1)]
        others = [replace(bare, alternative=number) for number in range(1, self.alternatives + 1)]
        if self.presenting:
            return (bare, *steps, *failures, *others, replace(bare, step=self.steps + 1))
        return tuple({"failure": failures, "alternative": others}.get(self.shows, steps))

    @property
    def number(self) -> int:
        """Which of the `row` this is, from 0; -1 where it is none of them."""
        alike = [number for number, other in enumerate(self.row) if other.shows == self.shows]
        among = {"step": self.step, "failure": self.failure, "alternative": self.alternative}.get(self.shows) or 1
        return alike[among - 1] if alike else -1

    def at(self, step: int) -> "Place":
        """The place at another step, as far as there is one, without a card."""
        low, high = self.span
        return replace(self, step=min(max(step, low), high), service=None, connection=None, part=None)

    def moved(self, go: Go) -> "Place":
        """The place one further on or back in the row, or at an end of it."""
        last = len(self.row) - 1
        wanted = {"next": self.number + 1, "previous": self.number - 1, "first": 0, "last": last}[go]
        return self.row[min(max(wanted, 0), last)]


def place_on(use_case: UseCase, *, presenting: bool = False) -> Place:
    """The place on a whole use case."""
    return Place(
        use_case.id,
        len(use_case.steps),
        presenting=presenting,
        failures=len(use_case.failures),
        alternatives=len(use_case.alternatives),
    )


def parts_of(catalog: Catalog, place: Place) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the services and connections that are drawn at a place on a use case."""
    use_case = catalog.use_cases[place.use_case or ""]
    route = use_case.alternatives[(place.alternative or 1) - 1].route if place.shows == "alternative" else ()
    connections = catalog.connections_in(use_case.id) | set(route)
    return catalog.services_in(use_case.id).union(*(ends_of(catalog.connections[c]) for c in route)), connections


def picture(catalog: Catalog, place: Place) -> tuple[View, Walk]:
    """The view of a place on a use case, and where its walk stands. What is drawn, and so where, is the same at every
    place of one use case; an alternative adds what it needs.

    Errors: KeyError where the place names no use case.
    """
    use_case = catalog.use_cases[place.use_case or ""]
    whole = replace(whole_view(catalog, use_case), selected=place.card)
    walk = Walk(badges(catalog, use_case), place.connection, frozenset())
    match place.shows:
        case "step":
            return _at_step(catalog, use_case, whole, place.slide)
        case "failure":
            return failing(catalog, use_case, use_case.failures[(place.failure or 1) - 1], whole, walk)
        case "alternative":
            return another_way(catalog, use_case, use_case.alternatives[(place.alternative or 1) - 1], whole, walk)
    return whole, walk


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


def involved(catalog: Catalog, use_case: UseCase) -> tuple[str, ...]:
    """The short names of the services of a use case, in the order in which its steps meet them."""
    return tuple(catalog.services[service].short_name for service in services_met(catalog, use_case))


def services_met(catalog: Catalog, use_case: UseCase) -> list[str]:
    """Ids of the services of a use case, in the order in which its steps meet them; those beside the steps last."""
    ends = (catalog.connections[step.connection] for step in use_case.steps)
    return list(dict.fromkeys([*(end for c in ends for end in (c.source_id, c.target_id)), *use_case.also]))
