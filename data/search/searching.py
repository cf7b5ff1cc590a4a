"""The search: exact names first, then names, then statements where the words stand near each other, then those where words are missing."""

import sqlite3
from collections.abc import Iterator

import numpy as np

from data.catalog import Catalog
from data.search.hits import Hit, Piece, Place
from data.search.index import Index, index_of
from data.search.question import Question, understood
from data.search.ranking import EXACT, OTHER_NAME, Match, best_rows, match, named, statement_scores
from data.search_records import Outsider

MOST_HITS = 40
MOST_OF_A_RECORD = 4
RANKED = 60
ON, OFF = "\x01", "\x02"


def search(catalog: Catalog, query: str, most: int = MOST_HITS) -> tuple[Hit, ...]:
    """What fits a query, best first, at most `most`; a query of only spaces or signs finds nothing."""
    index = index_of(catalog)
    question = understood(catalog, index, query)
    hits = [_outsider(catalog, entry) for entry in question.outsiders]
    beside = {service for entry in question.outsiders for service in entry.see}
    hits += [_record(index, n, OTHER_NAME) for n, entry in enumerate(index.entries) if entry.found == "service" and entry.id in beside]
    if question.ideas:
        hits += _found(index, question)
    return tuple(_without_repeats(sorted(hits, key=lambda hit: (-hit.score, hit.name))))[:most]


def found_services(catalog: Catalog, query: str) -> frozenset[str]:
    """Ids of the services that a query names, and of those that hold its very words in one statement of their cards."""
    index = index_of(catalog)
    question = understood(catalog, index, query)
    if not question.ideas:
        return frozenset()
    with index.connection() as connection:
        matches = [match(connection, index, idea) for idea in question.ideas]
        strict = [match(connection, index, idea.strictly) for idea in question.ideas]
    held = np.minimum.reduce([found.here for found in strict])
    numbers = {*named(index, question, matches), *(index.entry_of[row] for row in np.flatnonzero(held))}
    return frozenset(index.entries[number].id for number in numbers if index.entries[number].found == "service")


def _found(index: Index, question: Question) -> list[Hit]:
    with index.connection() as connection:
        matches = [match(connection, index, idea) for idea in question.ideas]
        scored = best_rows(statement_scores(index, matches), RANKED)
        marked = _marked(connection, question, [row for row, _ in scored])
    records = [_record(index, number, score) for number, score in named(index, question, matches).items()]
    return records + [_statement(index, row, score + _nearness(marked.get(row, "")), marked.get(row, ""), matches) for row, score in scored]


def _marked(connection: sqlite3.Connection, question: Question, rows: list[int]) -> dict[int, str]:
    """The texts of some rows with the words found between marks."""
    expression = " OR ".join(f"({expression})" for idea in question.ideas for expression, _ in idea.expressions)
    places = ",".join("?" * len(rows))
    sql = f"SELECT rowid - 1, highlight(told, 1, ?, ?) FROM told WHERE told MATCH ? AND rowid IN ({places})"  # noqa: S608 (only question marks)
    return dict(connection.execute(sql, (ON, OFF, f"text : ({expression})", *(row + 1 for row in rows))))


def _nearness(text: str) -> float:
    """Up to 8 for a text whose words found stand side by side."""
    stretches = text.split(ON)[1:]
    if len(stretches) < 2:
        return 0.0
    return 8.0 / (1 + min(len(stretch.partition(OFF)[2].split()) for stretch in stretches[:-1]))


def _pieces(marked: str) -> tuple[Piece, ...]:
    """A marked text in pieces."""
    first, *rest = marked.split(ON)
    found = [Piece(first)] if first else []
    for stretch in rest:
        word, _, after = stretch.partition(OFF)
        found += [Piece(word, marked=True), *([Piece(after)] if after else [])]
    return tuple(found)


def _record(index: Index, number: int, score: float) -> Hit:
    entry = index.entries[number]
    sentence = (Piece(entry.passages[0].text),) if entry.passages else ()
    return Hit(entry.found, entry.id, entry.own_names[0], "", sentence, entry.place, score)


def _statement(index: Index, row: int, score: float, marked: str, matches: list[Match]) -> Hit:
    number = index.entry_of[row]
    entry, passage = index.entries[number], index.passage(row)
    missing = tuple(found.idea.typed for found in matches if not (found.idea.faint or found.here[row] or found.here[number]))
    sentence = _pieces(marked) or (Piece(passage.text),)
    return Hit(passage.kind or entry.found, entry.id, entry.own_names[0], passage.heading, sentence, passage.place, score, missing)


def _outsider(catalog: Catalog, outsider: Outsider) -> Hit:
    """The answer to a name that this atlas does not have."""
    others = " or ".join(catalog.services[service].short_name for service in outsider.see)
    text = f"{outsider.name} is not in this atlas" + (f"; for {outsider.purpose} see {others}." if others else ".")
    place = Place("services", (("service", outsider.see[0]),) if outsider.see else ())
    return Hit("outsider", outsider.id, outsider.name, "", (Piece(text),), place, EXACT + 100)


def _without_repeats(hits: list[Hit]) -> Iterator[Hit]:
    """The hits without a second one of the same part of a record, and with at most a few of one record."""
    seen: set[tuple[str, ...]] = set()
    counts: dict[tuple[str, str], int] = {}
    for hit in hits:
        part, record = (hit.found, hit.id, hit.text if hit.found == "limit" else hit.part), (hit.name, hit.id)
        if part in seen or counts.get(record, 0) >= MOST_OF_A_RECORD:
            continue
        seen.add(part)
        counts[record] = counts.get(record, 0) + 1
        yield hit
