"""The conditions of a filter one by one, each with the filter that is left without it."""

from dataclasses import dataclass, replace

from data.landscape.filters import LandscapeFilter
from data.records import Catalog


@dataclass(frozen=True)
class Chip:
    """A condition in words. `key` names it among the others: a field and the id of an option."""

    key: str
    label: str
    without: LandscapeFilter


def chips_of(catalog: Catalog, chosen: LandscapeFilter) -> tuple[Chip, ...]:
    """All conditions of a filter, in the order of its fields."""
    names = {
        "use_cases": {use_case.id: use_case.title for use_case in catalog.use_cases.values()},
        **{
            field: {entry.id: entry.name for entry in getattr(catalog.taxonomy, field)}
            for field in ("categories", "kinds", "capabilities")
        },
    }
    chips = [
        Chip(f"{field}-{option}", names[field][option], chosen.toggled(field, option))  # type: ignore[arg-type]
        for field in names
        for option in getattr(chosen, field)
    ]
    if chosen.text.strip():
        chips.append(Chip("text", chosen.text.strip(), replace(chosen, text="")))
    return tuple(chips)
