"""The filter of the landscape: what a visitor asked for, whether a service fits, and the same in plain English."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from data.records import Catalog, Service
from data.search import found_services

Match = Literal["any", "all"]
Field = Literal["use_cases", "categories", "kinds", "capabilities"]


def members_of(catalog: Catalog, field: Field, *, partly: bool = True) -> dict[str, frozenset[str]]:
    """For every option of a field, the ids of the services that belong to it; `partly` says whether a capability on a
    condition counts."""
    if field == "use_cases":
        return {use_case: catalog.services_in(use_case) for use_case in catalog.use_cases}
    if field == "categories":
        return {
            entry.id: frozenset(s.id for s in catalog.services.values() if s.category == entry.id)
            for entry in catalog.taxonomy.categories
        }
    if field == "capabilities":
        return {
            entry.id: frozenset(s.id for s in catalog.services.values() if has_capability(s, entry.id, partly=partly))
            for entry in catalog.taxonomy.capabilities
        }
    ends = {entry.id: set[str]() for entry in catalog.taxonomy.kinds}
    for connection in catalog.connections.values():
        ends[connection.kind] |= {connection.source_id, connection.target_id}
    return {kind: frozenset(services) for kind, services in ends.items()}


def has_capability(service: Service, capability: str, *, partly: bool = True) -> bool:
    """Whether a service has a capability: in full, or, where `partly` counts, on a condition. What is not stated does
    not count."""
    stated = service.capabilities.get(capability)
    return stated is not None and (stated.value == "yes" or (partly and stated.value == "partly"))


@dataclass(frozen=True)
class LandscapeFilter:
    """Conditions that a service has to meet, all of them; within one condition any (for use cases as `match` says,
    for capabilities all).

    `partly` says whether a capability on a condition counts.
    """

    use_cases: tuple[str, ...] = ()
    match: Match = "any"
    categories: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    text: str = ""
    capabilities: tuple[str, ...] = ()
    partly: bool = True

    @property
    def is_empty(self) -> bool:
        return not (self.use_cases or self.categories or self.kinds or self.capabilities or self.text.strip())

    def asks_only(self, field: Field) -> bool:
        """Whether it asks something of this field and of no other."""
        return bool(getattr(self, field)) and self == replace(
            LandscapeFilter(match=self.match), **{field: getattr(self, field)}
        )

    def found(self, catalog: Catalog) -> frozenset[str] | None:
        """Ids of the services that the words find; None where there are none to search for."""
        return found_services(catalog, self.text) if self.text.strip() else None

    def services(self, catalog: Catalog, found: frozenset[str] | None = None) -> frozenset[str]:
        """Ids of the services that fit. `found` is what the words find, where that is known already."""
        fitting = frozenset(catalog.services)
        if self.use_cases:
            fitting &= self._combined(catalog.services_in(use_case) for use_case in self.use_cases)
        for field, chosen in (("categories", self.categories), ("kinds", self.kinds)):
            if chosen:
                members = members_of(catalog, field)  # type: ignore[arg-type]
                fitting &= frozenset().union(*(members[option] for option in chosen))
        for capability in self.capabilities:
            fitting &= frozenset(
                s for s in fitting if has_capability(catalog.services[s], capability, partly=self.partly)
            )
        by_words = self.found(catalog) if found is None else found
        return fitting if by_words is None else fitting & by_words

    def matches(self, catalog: Catalog, service: Service) -> bool:
        """Whether one service fits."""
        return service.id in self.services(catalog)

    def connections(self, catalog: Catalog, services: frozenset[str] | None = None) -> frozenset[str]:
        """Ids of the connections that fit: both ends fit (one of them, where kinds are chosen), the kind is asked for,
        and the use cases asked for use it. `services` are those that fit, where they are known already."""
        services = self.services(catalog) if services is None else services
        used = (
            self._combined(catalog.connections_in(use_case) for use_case in self.use_cases) if self.use_cases else None
        )
        return frozenset(
            connection.id
            for connection in catalog.connections.values()
            if (connection.source_id in services) + (connection.target_id in services) >= (1 if self.kinds else 2)
            and (not self.kinds or connection.kind in self.kinds)
            and (used is None or connection.id in used)
        )

    def describe(self, catalog: Catalog) -> str:
        """The filter in words, without a full stop; what is shown when nothing is asked for is `All services`."""
        parts = []
        if self.use_cases:
            join = " and " if self.match == "all" else " or "
            parts.append("of " + join.join(catalog.use_cases[use_case].title for use_case in self.use_cases))
        if self.categories:
            names = {entry.id: entry.name for entry in catalog.taxonomy.categories}
            parts.append("in " + " or ".join(names[category] for category in self.categories))
        if self.kinds:
            names = {entry.id: entry.name for entry in catalog.taxonomy.kinds}
            parts.append("with connections of kind " + " or ".join(names[kind] for kind in self.kinds))
        if self.capabilities:
            names = {entry.id: entry.name for entry in catalog.taxonomy.capabilities}
            parts.append(
                "with "
                + " and ".join(names[capability] for capability in self.capabilities)
                + ("" if self.partly else " in full")
            )
        if self.text.strip():
            parts.append(f"that match “{self.text.strip()}”")
        return "Services " + ", ".join(parts) if parts else "All services"

    def toggled(self, field: Field, option: str) -> "LandscapeFilter":
        """The filter with one option added, or taken out where it was in."""
        chosen: tuple[str, ...] = getattr(self, field)
        changed = tuple(o for o in chosen if o != option) if option in chosen else (*chosen, option)
        return replace(self, **{field: changed})  # type: ignore[arg-type]

    def counts(self, catalog: Catalog, field: Field) -> dict[str, int]:
        """For every option of a field, how many services would fit with it, beside what else is asked for (of the
        same field too, where all has to hold)."""
        base = self.without(field).services(catalog)
        return {
            option: len(base & members) for option, members in members_of(catalog, field, partly=self.partly).items()
        }

    def without(self, field: Field) -> "LandscapeFilter":
        """The filter without what it asks of a field; several of which all have to fit stay."""
        if field == "capabilities" or (field == "use_cases" and self.match == "all"):
            return self
        return replace(self, **{field: ()})  # type: ignore[arg-type]

    def _combined(self, sets: Iterable[frozenset[str]]) -> frozenset[str]:
        every = list(sets)
        return frozenset.intersection(*every) if self.match == "all" else frozenset().union(*every)
