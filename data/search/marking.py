"""The words of a sentence that were searched for: marked, and how near they stand to each other."""

import re
from collections.abc import Sequence

from data.search.hits import Piece
from data.search.ranking import Match

CLOSE = 8.0
WORD_OR_NUMBER = re.compile(r"\d+(?:,\d{3})+|[^\W_]+")


def nearness(words: Sequence[str], matches: Sequence[Match]) -> float:
    """Up to 8 where words of two ideas stand side by side; 0 where only one idea is there."""
    last: tuple[int, int] | None = None
    nearest = len(words)
    for at, word in enumerate(words):
        for number, found in enumerate(matches):
            if word in found.forms:
                if last is not None and last[1] != number:
                    nearest = min(nearest, at - last[0])
                last = at, number
                break
    return CLOSE / nearest if last is not None and nearest < len(words) else 0.0


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
