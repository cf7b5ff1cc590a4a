"""Whether the first hits of a search lead to a record that answers: the questions, and what a record has to hold, are
data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from data.catalog import Catalog
from data.search import Hit, search
from data.search.index import index_of

ASKED = Path(__file__).with_name("asked.yaml")
LOOKED_AT = 5


@dataclass(frozen=True)
class Asked:
    """A question: three ways to type it, and patterns that an answer holds."""

    id: str
    queries: tuple[str, ...]
    points: tuple[str, ...]


@dataclass(frozen=True)
class Answered:
    """What became of a question: for each query the first of the hits that answers, or None."""

    asked: Asked
    hits: tuple[Hit | None, ...]

    @property
    def found(self) -> bool:
        return all(self.hits)


def questions() -> tuple[Asked, ...]:
    """Every question of the file."""
    return tuple(
        Asked(q["id"], tuple(q["queries"]), tuple(q["points"])) for q in yaml.safe_load(ASKED.read_text("utf-8"))
    )


def answers(catalog: Catalog) -> Iterator[Answered]:
    """Ask everything."""
    told = {
        (entry.found, entry.id): " ".join(passage.text for passage in entry.passages)
        for entry in index_of(catalog).entries
    }
    for asked in questions():
        first = [search(catalog, query)[:LOOKED_AT] for query in asked.queries]
        yield Answered(
            asked, tuple(next((hit for hit in hits if _holds(told, hit, asked.points)), None) for hits in first)
        )


def _holds(told: dict[tuple[str, str], str], hit: Hit, points: tuple[str, ...]) -> bool:
    """Whether the record that a hit opens holds all points; a limit opens the card of its service."""
    text = told.get(("service" if hit.found == "limit" else hit.found, hit.id), "")
    return all(re.search(point, text) for point in points)
