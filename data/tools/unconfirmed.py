"""The statements that stand on a page read in part: what the app marks as unconfirmed, and where it is told.

`python -m data.tools.unconfirmed` prints them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from data.catalog import catalog
from data.records import Catalog, Record, Source, is_unconfirmed
from data.tools.coverage import statements_in

# The fields that hold the words of a statement, and those of statements that are made of several.
WORDS = ("text", "definition", "says", "accurate", "then")
PARTS = ("name", "what", "percent", "value", "unit", "condition", "note")


@dataclass(frozen=True)
class Unread:
    """A statement in words, the pages that it names, and a pointer to its record, such as `services/dax`."""

    pointer: str
    words: str
    pages: tuple[Source, ...]


def unread_statements(given: Catalog) -> Iterator[Unread]:
    """Every statement of a record that names a page read in part, in the order of the catalog."""
    for pointer, record, sources in _records(given):
        for statement in statements_in(record):
            keys: tuple[str, ...] = getattr(statement, "source", ())
            if is_unconfirmed(keys, sources):
                yield Unread(pointer, _in_words(statement), tuple(sources[key] for key in keys))


def _records(given: Catalog) -> Iterator[tuple[str, Record, Mapping[str, Source]]]:
    named: dict[str, Mapping[str, Any]] = {
        "services": given.services,
        "connections": given.connections,
        "use_cases": given.use_cases,
        "glossary": given.terms,
        "comparisons": given.comparisons,
        "conflicts": given.conflicts,
    }
    for folder, records in named.items():
        for record in records.values():
            yield f"{folder}/{record.id}", record, record.sources
    for trouble in given.troubles.values():
        yield f"services/{trouble.services[0]}", trouble, trouble.sources
    yield "notes", given.notes, given.notes.sources


def _in_words(statement: Record) -> str:
    told = next((getattr(statement, name) for name in WORDS if getattr(statement, name, None)), None)
    return told or ", ".join(str(part) for name in PARTS if (part := getattr(statement, name, None)) is not None)


if __name__ == "__main__":
    for unread in unread_statements(catalog()):
        print(f"{unread.pointer}: {unread.words} ({', '.join(page.url for page in unread.pages)})")
