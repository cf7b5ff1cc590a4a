"""What a visitor has read and knows, in few characters, so that it fits an address: five for each stop."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field

from data.learn.question import NAME as QUESTION_NAME
from data.learn.question import Question
from data.learn.quiz import every_question
from data.learn.stops import facts_at
from data.records import Catalog, LearningPath, Stop
from data.records.marks import STOP_NAME, short_mark

NAME, SAID = STOP_NAME, 2  # characters for which stop it is, and for what it said when it was read
LARGEST_FILE = 50_000  # characters
QUESTION_MARK = 12
ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyz234567")


@dataclass(frozen=True)
class Progress:
    """Ids of the stops that were read and still say the same, of those that changed since, and of the questions that
    were answered rightly."""

    done: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    known: frozenset[str] = field(default_factory=frozenset)


class UnfitProgressError(ValueError):
    """A file that holds no progress, in one sentence."""


def mark_of(catalog: Catalog, stop: Stop) -> str:
    """Five characters: which stop, and what it says."""
    said = "\n".join((stop.idea, stop.take, stop.leave, *(fact.text for fact in facts_at(catalog, stop))))
    return short_mark(stop.id, NAME) + short_mark(said, SAID)


def stops_by_name(catalog: Catalog) -> dict[str, Stop]:
    """Every stop by the characters that name it in an address."""
    return {short_mark(stop.id, NAME): stop for path in catalog.paths.values() for stop in path.stops}


def read_done(catalog: Catalog, text: str) -> tuple[Progress, bool]:
    """The stops that a text of marks names, and whether all of it was understood."""
    stops = stops_by_name(catalog)
    marks = [text[at : at + NAME + SAID] for at in range(0, len(text), NAME + SAID)]
    found = {mark: stops[mark[:NAME]] for mark in marks if mark[:NAME] in stops and len(mark) == NAME + SAID}
    same = frozenset(stop.id for mark, stop in found.items() if mark_of(catalog, stop) == mark)
    changed = frozenset(stop.id for stop in found.values()) - same
    return Progress(same, changed), len(found) == len(marks)


def write_done(catalog: Catalog, done: Collection[str]) -> str:
    """The marks of some stops, in the order of the paths."""
    stops = [stop for path in ordered_paths(catalog) for stop in path.stops]
    return "".join(mark_of(catalog, stop) for stop in stops if stop.id in done)


def ordered_paths(catalog: Catalog) -> tuple[LearningPath, ...]:
    """The paths in the order in which one would walk them."""
    return tuple(sorted(catalog.paths.values(), key=lambda path: (path.order, path.id)))


def next_stop(path: LearningPath, done: Collection[str]) -> int | None:
    """The number (from 1) of the first stop that was not read; None where all were."""
    return next((number for number, stop in enumerate(path.stops, start=1) if stop.id not in done), None)


def changed_questions(catalog: Catalog, known: Collection[str]) -> tuple[Question, ...]:
    """The questions that were known, and whose answer is another one since."""
    present = every_question(catalog)
    gone = {mark[:QUESTION_NAME] for mark in known} - {q.name for q in present if q.id in known}
    return tuple(q for q in present if q.name in gone)


def as_file(catalog: Catalog, progress: Progress) -> str:
    """Progress as the text of a file."""
    return json.dumps({"progress": 1, "done": write_done(catalog, progress.done), "known": sorted(progress.known)})


def from_file(catalog: Catalog, text: str) -> Progress:
    """Progress from the text of a file.

    Errors: UnfitProgressError where it is none.
    """
    unfit = UnfitProgressError("This is no file of progress. Take one that this page has saved.")
    if len(text) > LARGEST_FILE:
        raise unfit
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise unfit from error
    if not isinstance(read, dict) or read.get("progress") != 1 or not isinstance(read.get("done"), str):
        raise unfit
    found, _ = read_done(catalog, read["done"])
    return Progress(found.done, found.changed, known_marks(read.get("known")))


def known_marks(given: object) -> frozenset[str]:
    """The marks of questions among what was given; anything else is left out."""
    marks = given if isinstance(given, list) else []
    return frozenset(m for m in marks if isinstance(m, str) and len(m) == QUESTION_MARK and set(m) <= ALPHABET)
