"""The filter of the use cases: a service that has to be part of it, and words that it has to hold."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.records import Catalog, UseCase
from data.search import search


@dataclass(frozen=True)
class UseCaseFilter:
    """Conditions that a use case has to meet, all of them."""

    service: str | None = None
    text: str = ""

    @property
    def is_empty(self) -> bool:
        return self.service is None and not self.text.strip()

    def use_cases(self, catalog: Catalog) -> tuple[UseCase, ...]:
        """The use cases that fit, in the catalog's order."""
        fitting = [
            use_case
            for use_case in catalog.use_cases.values()
            if self.service is None or self.service in catalog.services_in(use_case.id)
        ]
        if not self.text.strip():
            return tuple(fitting)
        words = self.text.casefold().split()
        holding = {use_case.id for use_case in fitting if all(word in _all_text(catalog, use_case) for word in words)}
        # Where no text holds the words, the search knows other names, and what was mistyped.
        found = holding or {hit.id for hit in search(catalog, self.text) if hit.found == "use_case" and not hit.missing}
        return tuple(use_case for use_case in fitting if use_case.id in found)

    def matches(self, catalog: Catalog, use_case: UseCase) -> bool:
        """Whether one use case fits."""
        return use_case in self.use_cases(catalog)

    def counts(self, catalog: Catalog) -> dict[str, int]:
        """For every service that is part of a use case, and the one asked for, how many use cases would fit with it."""
        fitting = {use_case.id for use_case in replace(self, service=None).use_cases(catalog)}
        return {
            service: len(fitting.intersection(involved))
            for service, involved in catalog.use_cases_by_service.items()
            if involved or service == self.service
        }

    def describe(self, catalog: Catalog) -> str:
        """The filter in words, without a full stop."""
        parts = [f"with {catalog.services[self.service].short_name}"] if self.service else []
        if self.text.strip():
            parts.append(f"that match “{self.text.strip()}”")
        return f"Use cases {' '.join(parts)}" if parts else "All use cases"


def _all_text(catalog: Catalog, use_case: UseCase) -> str:
    return " ".join(_texts(catalog, use_case)).casefold()


def _texts(catalog: Catalog, use_case: UseCase) -> Iterator[str]:
    yield from (use_case.id.replace("-", " "), use_case.title, use_case.problem, *use_case.aliases)
    for step in use_case.steps:
        yield from (step.title, step.text)
    for service in (catalog.services[service] for service in catalog.services_in(use_case.id)):
        yield from (service.name, *service.former_names, *service.aliases)
