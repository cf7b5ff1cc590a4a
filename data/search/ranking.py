"""How well rows of the index fit the ideas of a question: arrays over all rows, so that a common word costs no more
than a rare one."""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from data.search.index import Index
from data.search.question import Idea, Question

EXACT, OTHER_NAME, BEGINS, IN_NAMES, ALL_WORDS, AMONG_OTHERS = 1000.0, 900.0, 800.0, 700.0, 100.0, 54.0
IN_NAMES_OF_TROUBLES = 192.0  # what people see is told in many words, which are no name
BY_NAME = 0.9
SAME = 0.9
FAINT = 0.3
COMPARED = 450.0
LEAST_SHARE = 0.3
UNKNOWN = 3.0
MOST_BEGINNINGS = 60
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Match:
    """How well every row holds an idea (0 to 1), in its own words and in the names of its entry, whether the entry
    holds it anywhere, the forms of its words that the catalog has, and how telling the idea is."""

    idea: Idea
    here: Scores
    forms: frozenset[str]
    around: NDArray[np.bool_]
    telling: float


@dataclass(frozen=True, eq=False)
class Rows:
    """What does not change from query to query: the entry of each row, and the part of its score that is its own."""

    entry: NDArray[np.intp]
    own: Scores
    names: tuple[str, ...]


@lru_cache(maxsize=4)
def rows_of(index: Index) -> Rows:
    """The fixed part of the ranking of an index: central services first, short statements before long ones."""
    every = len(index.entries)
    lengths = [0] * every + [len(passage.text) for passage in index.passages]
    weights = [0.0] * every + [passage.weight for passage in index.passages]
    told = zip(index.entry_of, weights, lengths, strict=True)
    own = [1.5 * index.entries[entry].weight + weight - min(5.0, length / 72) for entry, weight, length in told]
    return Rows(np.array(index.entry_of), np.array(own), tuple(sorted(index.names)))


def match(connection: sqlite3.Connection, index: Index, idea: Idea) -> Match:
    """Look an idea up in all rows."""
    rows, every = rows_of(index), len(index.entries)
    here = np.zeros(len(rows.entry))
    for expression, weight in reversed(idea.expressions):
        found = connection.execute("SELECT rowid - 1 FROM told WHERE told MATCH ?", (expression,)).fetchall()
        here[[row for (row,) in found]] = weight
    in_entry = np.zeros(every, dtype=bool)
    in_entry[rows.entry[here > 0]] = True
    if idea.keys:
        bearers = [number for key in idea.keys for number, is_own in index.names.get(key, ()) if is_own]
        here *= BY_NAME
        here[np.isin(rows.entry, bearers)] = 1.0
    held_by = np.count_nonzero(here)
    telling = float(np.log(1 + len(here) / (1 + held_by))) if held_by else UNKNOWN
    if idea.keys:
        telling = max(telling, 4.0)
    forms = connection.execute("SELECT word FROM words WHERE words MATCH ?", (idea.any_word,)).fetchall()
    return Match(idea, here, frozenset(word for (word,) in forms), in_entry, telling * (FAINT if idea.faint else 1.0))


def statement_scores(index: Index, matches: list[Match]) -> Scores:
    """The score of every row that is a statement; 0 where it holds nothing of the query, at least `ALL_WORDS` where it
    and its names hold all of it."""
    rows, every = rows_of(index), len(index.entries)
    total = sum(found.telling for found in matches)
    score, held = rows.own.copy(), np.zeros(len(rows.entry))
    only_faint = all(found.idea.faint for found in matches)
    share, says = np.zeros(len(rows.entry)), np.zeros(len(rows.entry))
    everything = np.ones(len(rows.entry), dtype=bool)
    subject = np.zeros(len(rows.entry))
    for found in matches:
        there = found.here[:every][rows.entry]
        best = np.maximum(found.here, BY_NAME * there)
        everything &= (best > 0) | (found.idea.faint and not only_faint)
        held += found.here
        share += best * (found.telling / total)
        says += best * (only_faint or not found.idea.faint)
        score += (60 * best + 12 * found.here + 10 * found.around[rows.entry]) * (found.telling / total)
        subject = np.maximum(subject, there)
    score += 6 * (subject >= SAME) + ALL_WORDS * everything
    by_name_alone = (held == 0) & ~everything
    score[by_name_alone | (share < LEAST_SHARE) | (says == 0)] = 0.0
    score[held == 0] -= 30.0
    score[:every] = 0.0
    return np.maximum(score, 0.0)


def best_rows(scores: Scores, most: int) -> list[tuple[int, float]]:
    """The rows with the highest scores, at most `most`, with their scores."""
    top = np.argpartition(-scores, min(most, len(scores) - 1))[:most]
    ordered = top[np.lexsort((top, -scores[top]))]
    return [(int(row), float(scores[row])) for row in ordered if scores[row] > 0]


def named(index: Index, question: Question, matches: list[Match]) -> dict[int, float]:
    """Entries that the whole query names, or whose name begins with it, or whose names hold all its words, or that it
    names among others, with their scores."""
    found: dict[int, float] = {}
    only_names = question.compares and len(matches) > 1 and all(match.idea.keys for match in matches)
    ways = (
        *_exact(index, question),
        *_beginning(index, question.names[0]),
        *_in_names(index, matches),
        *_among_others(index, matches, IN_NAMES if only_names else AMONG_OTHERS),
    )
    for number, score in ways:
        entry = index.entries[number]
        compared = COMPARED if question.compares and entry.found == "comparison" and score >= IN_NAMES else 0.0
        found[number] = max(found.get(number, 0.0), score + entry.weight + compared)
    return found


def _exact(index: Index, question: Question) -> Iterator[tuple[int, float]]:
    for key in question.names:
        for number, is_own in index.names.get(key, ()):
            yield number, EXACT if is_own else OTHER_NAME


def _beginning(index: Index, key: str) -> Iterator[tuple[int, float]]:
    if len(key) < 2:
        return
    names = rows_of(index).names
    for name in islice(names, bisect_left(names, key), bisect_left(names, key) + MOST_BEGINNINGS):
        if not name.startswith(key):
            return
        for number, is_own in index.names[name]:
            yield number, BEGINS + (20 if is_own else 0) - min(len(name) - len(key), 30) / 3


def _in_names(index: Index, matches: list[Match]) -> Iterator[tuple[int, float]]:
    """Entries whose names hold every idea in the very words, or in words that mean the same."""
    every = len(index.entries)
    least = np.minimum.reduce([found.here[:every] for found in matches])
    mean = np.mean([found.here[:every] for found in matches], axis=0)
    for number in np.flatnonzero(least >= SAME):
        base = IN_NAMES_OF_TROUBLES if index.entries[number].found == "trouble" else IN_NAMES
        yield int(number), base + 50 * float(mean[number] - SAME)


def _among_others(index: Index, matches: list[Match], score: float) -> Iterator[tuple[int, float]]:
    """Services that one idea of several names; where two names are all that is asked, they are what is compared."""
    for found in matches:
        for key in found.idea.keys:
            for number, is_own in index.names.get(key, ()):
                if is_own:
                    yield number, score
