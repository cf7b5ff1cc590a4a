"""What must hold of the changes: each points at something that is there, and none lies in the future."""

from collections.abc import Collection, Iterator
from datetime import date

from data.records import Catalog
from data.records.pointers import points_somewhere

WHOLE = frozenset({"decision", "capabilities", "notes", "unconfirmed"})


def change_problems(catalog: Catalog, today: date | None = None) -> Iterator[str]:
    """All problems of the changes; `today` is the last day that a change can bear."""
    today = today or date.today()
    for change in catalog.changes.values():
        file = f"changes/{change.id}.yaml"
        if not leads_somewhere(catalog, change.about):
            yield f"{file}: about: {change.about!r} leads nowhere"
        if change.date > today:
            yield f"{file}: date: {change.date} is in the future"


def leads_somewhere(catalog: Catalog, pointer: str) -> bool:
    """Whether `about` of a change names a record, a fact of one, or one of the files that stand alone."""
    if pointer in WHOLE:
        return True
    folder, _, record = pointer.partition("/")
    named: dict[str, Collection[str]] = {
        "glossary": catalog.terms,
        "comparisons": catalog.comparisons,
        "conflicts": catalog.conflicts,
        "capabilities": [entry.id for entry in catalog.taxonomy.capabilities],
    }
    return record in named[folder] if folder in named else points_somewhere(catalog, pointer)
