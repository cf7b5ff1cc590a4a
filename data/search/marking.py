"""The words of a sentence that were searched for: marked, and how near they stand to each other."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from data.search.hits import Piece
from data.search.index import Index
from data.search.ranking import Match

CLOSE = 8.0
WORD_OR_NUMBER = re.compile(r"\d+(?:,\d{3})+|[^\W_]+")


def ideas_by_word(matches: Sequence[Match]) -> dict[str, int]:
    """For every form of the words that were searched for, the number of its idea."""
    return {word: number for number, found in enumerate(matches) for word in found.forms}


def nearness(words: Sequence[str], ideas: Mapping[str, int]) -> float:
    """Up to 8 where words of two ideas stand side by side; 0 where only one idea is there."""
    places = [(at, ideas[word]) for at, word in enumerate(words) if word in ideas]
    gaps = [after[0] - before[0] for before, after in pairwise(places) if before[1] != after[1]]
    return CLOSE / min(gaps) if gaps else 0.0


def missing_in(index: Index, row: int, matches: Sequence[Match]) -> tuple[str, ...]:
    """The words of a query that neither a row nor the names of its entry hold, as they were typed; those that tell
    little are not missed."""
    number = index.entry_of[row]
    return tuple(
        found.idea.typed for found in matches if not (found.idea.faint or found.here[row] or found.here[number])
    )


def forms_of(matches: Sequence[Match]) -> frozenset[str]:
    """Every form of the words that were searched for, without those that tell little."""
    return frozenset[str]().union(*(found.forms for found in matches if not found.idea.faint))


def marked(text: str, forms: frozenset[str]) -> tuple[Piece, ...]:
    """The text in pieces, the words of `forms` marked."""
    pieces: list[Piece] = []
    done = 0
    for word in WORD_OR_NUMBER.finditer(text):
        if word[0].casefold().replace(",", "") not in forms:
            continue
        if word.start() > done:
            pieces.append(Piece(text[done : word.start()]))
        pieces.append(Piece(word[0], marked=True))
        done = word.end()
    return (*pieces, Piece(text[done:])) if done < len(text) else tuple(pieces)
