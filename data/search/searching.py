"""The search: exact names first, then names, then statements where the words stand near each other, then those where
words are missing."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np

from data.records import Catalog
from data.records.search_words import Outsider
from data.search.hits import Hit, Piece, Place
from data.search.index import Index, index_of
from data.search.marking import forms_of, ideas_by_word, marked, missing_in, nearness
from data.search.question import Question, understood
from data.search.ranking import ALL_WORDS, EXACT, OTHER_NAME, Match, best_rows, match, named, statement_scores

MOST_HITS = 40
MOST_OF_A_RECORD = 4
SHORT_RECORDS = {"trouble", "term", "conflict", "choice"}  # shown whole, so one hit is enough
RANKED = 40
AMOUNT = 15.0  # for a limit where somebody asks how much or how many


def search(catalog: Catalog, query: str, most: int = MOST_HITS) -> tuple[Hit, ...]:
    """What fits a query, best first, at most `most`; a query of only spaces or signs finds nothing."""
    index = index_of(catalog)
    question = understood(catalog, index, query)
    hits = [_outsider(catalog, entry) for entry in question.outsiders]
    beside = {service for entry in question.outsiders for service in entry.see}
    hits += [
        _record(index, n, OTHER_NAME)
        for n, entry in enumerate(index.entries)
        if entry.found == "service" and entry.id in beside
    ]
    forms: frozenset[str] = frozenset()
    if question.ideas:
        found, forms = _found(index, question)
        hits += found
    best = islice(_without_repeats(sorted(hits, key=lambda hit: (-hit.score, hit.name))), most)
    return tuple(hit if hit.found == "outsider" else replace(hit, sentence=marked(hit.text, forms)) for hit in best)


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
    numbers = {
        *(number for number, score in named(index, question, matches).items() if score >= ALL_WORDS),
        *(index.entry_of[row] for row in np.flatnonzero(held)),
    }
    return frozenset(index.entries[number].id for number in numbers if index.entries[number].found == "service")


def _found(index: Index, question: Question) -> tuple[list[Hit], frozenset[str]]:
    """The hits of a question in no order, and the forms of its words that are to be marked."""
    with index.connection() as connection:
        matches = [match(connection, index, idea) for idea in question.ideas]
    records = [
        _record(index, number, score, missing_in(index, number, matches))
        for number, score in named(index, question, matches).items()
    ]
    ideas = ideas_by_word(matches)
    rows = best_rows(statement_scores(index, matches), RANKED)
    return records + [
        _statement(
            index,
            row,
            score + nearness(index.tokens[row], ideas) + AMOUNT * (question.amount and _is_limit(index, row)),
            matches,
        )
        for row, score in rows
    ], forms_of(matches)


def _is_limit(index: Index, row: int) -> bool:
    return index.passage(row).kind == "limit"


def _record(index: Index, number: int, score: float, missing: tuple[str, ...] = ()) -> Hit:
    entry = index.entries[number]
    sentence = (Piece(entry.passages[0].text),) if entry.passages else ()
    return Hit(
        entry.found,
        entry.id,
        entry.own_names[0],
        "",
        sentence,
        entry.place,
        score,
        missing if score < ALL_WORDS else (),
    )


def _statement(index: Index, row: int, score: float, matches: list[Match]) -> Hit:
    number = index.entry_of[row]
    entry, passage = index.entries[number], index.passage(row)
    missing = missing_in(index, row, matches)
    return Hit(
        passage.kind or entry.found,
        entry.id,
        entry.own_names[0],
        passage.heading,
        (Piece(passage.text),),
        passage.place,
        score,
        missing,
    )


def _outsider(catalog: Catalog, outsider: Outsider) -> Hit:
    """The answer to a name that this atlas does not have."""
    others = " or ".join(catalog.services[service].short_name for service in outsider.see)
    text = f"{outsider.name} is not in this atlas" + (f"; for {outsider.purpose} see {others}." if others else ".")
    place = Place("services", (("service", outsider.see[0]),) if outsider.see else ())
    return Hit("outsider", outsider.id, outsider.name, "", (Piece(text),), place, 2 * EXACT)


def _without_repeats(hits: list[Hit]) -> Iterator[Hit]:
    """The hits without a second one of the same part of a record, and with at most a few of one record."""
    seen: set[tuple[str, ...]] = set()
    counts: dict[tuple[str, ...], int] = {}
    for hit in hits:
        part = (hit.found, hit.id, hit.text if hit.found == "limit" else hit.part)
        record = ("service" if hit.found == "limit" else hit.found, hit.id)
        if part in seen or counts.get(record, 0) >= (1 if hit.found in SHORT_RECORDS else MOST_OF_A_RECORD):
            continue
        seen.add(part)
        counts[record] = counts.get(record, 0) + 1
        yield hit
