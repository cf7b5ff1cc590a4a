"""What can be found: a record with its names, and the statements in it, each with the place that shows it."""

from dataclasses import dataclass

from data.search.hits import Found, Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement: under which heading, in which words, and where it is shown; `hidden` holds other words that find
    it; `kind` where it is not its record's; `weight` raises it."""

    heading: str
    text: str
    place: Place
    hidden: str = ""
    kind: Found | None = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A record: what it is, its id, its own names, first the one shown, other names, its place, and its statements;
    `weight` says how central it is."""

    found: Found
    id: str
    own_names: tuple[str, ...]
    names: tuple[str, ...]
    place: Place
    passages: tuple[Passage, ...]
    weight: float = 0.0
