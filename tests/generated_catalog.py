"""A catalog of any size, from the records of the real one: lanes, categories and kinds come as often as there."""

from dataclasses import replace
from random import Random
from typing import Any

from data.records import Catalog, Family

IN_A_FAMILY = 5


def generated_catalog(catalog: Catalog, services: int, connections: int, *, families: bool = True) -> Catalog:
    """A catalog of so many services and connections; with `families`, half of the services stand in some."""
    chance = Random(services)  # noqa: S311
    models = list(catalog.services.values())
    made = {
        f"s-{number}": models[number % len(models)].model_copy(
            update={"id": f"s-{number}", "short_name": f"Service {number}", "part_of": None, "scope": "wide"}
        )
        for number in range(services)
    }
    lines = list(catalog.connections.values())
    drawn = {}
    while len(drawn) < connections:
        tail, head = chance.sample(range(services), 2)
        name = f"s-{tail}--s-{head}"
        update = {"id": name, "source_id": f"s-{tail}", "target_id": f"s-{head}", "scope": "wide"}
        drawn[name] = lines[len(drawn) % len(lines)].model_copy(update=update)
    together = [list(made)[at : at + IN_A_FAMILY] for at in range(0, services // 2, IN_A_FAMILY)] if families else []
    taxonomy = catalog.taxonomy.model_copy(
        update={
            "families": tuple(
                Family(
                    id=ids[0], name=f"Family {number}", text="Services that belong together.", members=tuple(ids[1:])
                )
                for number, ids in enumerate(together)
                if len(ids) > 1
            )
        }
    )
    # What names the real services is left out, but for what their cards cite.
    named = ("use_cases", "comparisons", "changes", "troubles", "findings", "use_case_costs", "paths")
    without: dict[str, Any] = {name: {} for name in named} | {"unconfirmed": (), "decision": None}
    conflicts = {name: told.model_copy(update={"about": "s-0"}) for name, told in catalog.conflicts.items()}
    return replace(catalog, taxonomy=taxonomy, services=made, connections=drawn, conflicts=conflicts, **without)
