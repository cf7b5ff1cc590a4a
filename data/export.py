"""The whole catalog as plain JSON, and its JSON Schema, for whoever wants the data without the app."""

from typing import Any

from data.records import (
    Catalog,
    Change,
    Comparison,
    Conflict,
    Connection,
    Decision,
    LearningPath,
    Notes,
    Record,
    Service,
    Taxonomy,
    Term,
    Trouble,
    Unconfirmed,
    UseCase,
)
from data.records.price import PriceFile, RuleOfThumb, UseCaseCosts


class WholeCatalog(Record):
    """Everything, as `/api/catalog.json` sends it."""

    taxonomy: Taxonomy
    services: tuple[Service, ...]
    connections: tuple[Connection, ...]
    use_cases: tuple[UseCase, ...]
    terms: tuple[Term, ...]
    conflicts: tuple[Conflict, ...]
    unconfirmed: tuple[Unconfirmed, ...]
    notes: Notes
    decision: Decision | None
    comparisons: tuple[Comparison, ...]
    changes: tuple[Change, ...]
    troubles: tuple[Trouble, ...]
    prices: tuple[PriceFile, ...]
    rules_of_thumb: tuple[RuleOfThumb, ...]
    use_case_costs: tuple[UseCaseCosts, ...]
    paths: tuple[LearningPath, ...]


def catalog_as_json(catalog: Catalog) -> dict[str, Any]:
    """The catalog as JSON values: lists of records under `services`, `connections`, `use_cases`, `terms`,
    `conflicts`, and the rest."""
    whole = WholeCatalog(
        taxonomy=catalog.taxonomy,
        services=tuple(catalog.services.values()),
        connections=tuple(catalog.connections.values()),
        use_cases=tuple(catalog.use_cases.values()),
        terms=tuple(catalog.terms.values()),
        conflicts=tuple(catalog.conflicts.values()),
        unconfirmed=catalog.unconfirmed,
        notes=catalog.notes,
        decision=catalog.decision,
        comparisons=tuple(catalog.comparisons.values()),
        changes=catalog.newest_changes,
        troubles=tuple(catalog.troubles.values()),
        prices=tuple(catalog.prices.values()),
        rules_of_thumb=tuple(catalog.rules_of_thumb.values()),
        use_case_costs=tuple(catalog.use_case_costs.values()),
        paths=tuple(catalog.paths.values()),
    )
    return whole.model_dump(mode="json", exclude_none=True)


def catalog_schema() -> dict[str, Any]:
    """The JSON Schema of what `catalog_as_json` returns."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **WholeCatalog.model_json_schema()}
