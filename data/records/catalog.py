"""The catalog: everything that `data/` says, as one record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from data.records.change import Change
from data.records.comparison import Comparison
from data.records.conflict import Conflict, Unconfirmed
from data.records.connection import Connection
from data.records.decision import Decision
from data.records.finding import Finding
from data.records.learning_path import LearningPath
from data.records.notes import Notes
from data.records.price import PriceFile, RuleOfThumb, UseCaseCosts
from data.records.search_words import SearchWords
from data.records.service import Service
from data.records.taxonomy import LineKind, Taxonomy
from data.records.term import Term
from data.records.trouble import Trouble
from data.records.use_case import UseCase


@dataclass(frozen=True, eq=False)
class Catalog:
    """Everything that `data/` says, by id, in the order in which the taxonomy tells it."""

    taxonomy: Taxonomy
    services: Mapping[str, Service]
    connections: Mapping[str, Connection]
    use_cases: Mapping[str, UseCase]
    terms: Mapping[str, Term]
    conflicts: Mapping[str, Conflict]
    unconfirmed: tuple[Unconfirmed, ...]
    notes: Notes
    decision: Decision | None = None
    comparisons: Mapping[str, Comparison] = field(default_factory=dict)
    changes: Mapping[str, Change] = field(default_factory=dict)
    troubles: Mapping[str, Trouble] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    search_words: SearchWords = field(default_factory=SearchWords)
    prices: Mapping[str, PriceFile] = field(default_factory=dict)
    rules_of_thumb: Mapping[str, RuleOfThumb] = field(default_factory=dict)
    use_case_costs: Mapping[str, UseCaseCosts] = field(default_factory=dict)
    paths: Mapping[str, LearningPath] = field(default_factory=dict)

    @cached_property
    def newest_changes(self) -> tuple[Change, ...]:
        """All changes, those of the newest day first."""
        return tuple(sorted(self.changes.values(), key=lambda change: change.date, reverse=True))

    @cached_property
    def kinds(self) -> Mapping[str, LineKind]:
        """The kinds of connections by id."""
        return {kind.id: kind for kind in self.taxonomy.kinds}

    def connections_of(self, service: str) -> tuple[Connection, ...]:
        """The connections that begin or end at a service."""
        return tuple(c for c in self.connections.values() if service in (c.source_id, c.target_id))

    def services_in(self, use_case: str) -> frozenset[str]:
        """Ids of the services that a use case involves."""
        record = self.use_cases[use_case]
        ends = (self.connections[step.connection] for step in record.steps)
        return frozenset(record.also).union(*((c.source_id, c.target_id) for c in ends))

    def connections_in(self, use_case: str) -> frozenset[str]:
        """Ids of the connections that carry the steps of a use case, and of those that join what it needs as well."""
        record = self.use_cases[use_case]
        steps = frozenset(step.connection for step in record.steps)
        if not record.also:
            return steps
        services, also = self.services_in(use_case), set(record.also)
        pairs = ((c.id, {c.source_id, c.target_id}) for c in self.connections.values())
        return steps | {connection for connection, ends in pairs if ends <= services and ends & also}

    @cached_property
    def use_cases_by_service(self) -> Mapping[str, tuple[str, ...]]:
        """For every service, the ids of the use cases that involve it."""
        involved = {use_case: self.services_in(use_case) for use_case in self.use_cases}
        return {service: tuple(u for u, ids in involved.items() if service in ids) for service in self.services}
