"""What a search answers with: a hit, the sentence that matched in pieces, and the place that opens it."""

from dataclasses import dataclass
from typing import Literal

Found = Literal[
    "service", "limit", "connection", "use_case", "comparison", "trouble", "term", "conflict", "choice", "outsider"
]
KINDS: dict[Found, str] = {
    "service": "Service",
    "limit": "Limit",
    "connection": "Connection",
    "use_case": "Use case",
    "comparison": "Comparison",
    "trouble": "Trouble",
    "term": "Term",
    "conflict": "Official pages disagree",
    "choice": "Recommendation",
    "outsider": "Not in this atlas",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A page (its path, `""` for the landscape) and the parameters, name and value, that open a record or a part of
    it there."""

    path: str
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def by_name(self) -> dict[str, list[str]]:
        """The parameters by name, each with its values."""
        found: dict[str, list[str]] = {}
        for name, value in self.parameters:
            found.setdefault(name, []).append(value)
        return found


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence, and whether it is one of the words that were searched for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: what it is, the record's id and name, the heading of the part that matched (may be empty), the
    sentence in pieces, where it opens, and how well it fits. `missing` holds the words of the query that are not
    there; none in a full hit."""

    found: Found
    id: str
    name: str
    part: str
    sentence: tuple[Piece, ...]
    place: Place
    score: float
    missing: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentence without marks."""
        return "".join(piece.text for piece in self.sentence)
