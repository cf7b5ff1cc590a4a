"""The use cases that an estate comes near to, and what each of them would still need."""

from __future__ import annotations

from dataclasses import dataclass

from data.estate.records import Estate
from data.records import Catalog, UseCase

NEAR = 0.4  # share of the connections of a use case that are there


@dataclass(frozen=True, slots=True)
class Fit:
    """A use case, and the ids of its connections that are there, of those missing, and of the services missing."""

    use_case: UseCase
    there: tuple[str, ...]
    missing: tuple[str, ...]
    missing_services: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the connections that are there."""
        return len(self.there) / (len(self.there) + len(self.missing))


def fitting(catalog: Catalog, estate: Estate) -> tuple[Fit, ...]:
    """The use cases with two connections at least, and a good part of all, in the estate; the nearest first."""
    found = []
    services = set(estate.services) | {box.service for box in estate.outside if box.service}
    for use_case in catalog.use_cases.values():
        needed = tuple(dict.fromkeys(step.connection for step in use_case.steps))
        there = tuple(one for one in needed if one in estate.connections)
        missing = tuple(one for one in needed if one not in estate.connections)
        ends = dict.fromkeys(
            end for one in missing for end in (catalog.connections[one].source_id, catalog.connections[one].target_id)
        )
        fit = Fit(use_case, there, missing, tuple(end for end in ends if end not in services))
        if len(there) > 1 and fit.share >= NEAR:
            found.append(fit)
    return tuple(sorted(found, key=lambda fit: (-fit.share, -len(fit.there), fit.use_case.id)))
