"""Search in the catalog by name, old name, abbreviation, feature and purpose, forgiving a slip of the finger."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz, process

from data.catalog import Catalog
from data.records import Service, Term, UseCase

Found = Literal["service", "use_case", "term"]
LONGEST_QUERY = 200
NEAR_ENOUGH = 80.0


@dataclass(frozen=True)
class Hit:
    """Something found: what it is, its id and name, and how well it fits (about 0 to 100)."""

    found: Found
    id: str
    name: str
    score: float


@dataclass(frozen=True)
class _Entry:
    found: Found
    id: str
    name: str
    bonus: float
    own_names: tuple[str, ...]
    names: tuple[str, ...]
    name_words: frozenset[str]
    purpose: frozenset[str]
    features: frozenset[str]


def search(of: Catalog, query: str) -> tuple[Hit, ...]:
    """Everything that fits a query, best first; a query of only spaces or signs finds nothing."""
    asked = " ".join(query.casefold().split())[:LONGEST_QUERY]
    words = _words(asked)
    if not words:
        return ()
    entries = _index(of)
    scored = [(entry, _score(entry, asked, words)) for entry in entries]
    if not any(score for _, score in scored):
        scored = [(entry, _slip(entry, asked)) for entry in entries]
    hits = [Hit(entry.found, entry.id, entry.name, score + entry.bonus) for entry, score in scored if score]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.name)))


def found_services(of: Catalog, query: str) -> frozenset[str]:
    """Ids of the services that a query finds; a use case or a term found brings no service with it."""
    return frozenset(hit.id for hit in search(of, query) if hit.found == "service")


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))


def _score(entry: _Entry, asked: str, words: tuple[str, ...]) -> float:
    if asked in entry.own_names:
        return 100.0
    if asked in entry.names:
        return 96.0
    if any(name.startswith(asked) for name in entry.names):
        return 92.0
    return min(_word_score(entry, word) for word in words)


def _word_score(entry: _Entry, word: str) -> float:
    """How well one word fits: in a name, beginning a name's word, in the purpose, in a feature; 0 where it is found nowhere."""
    if word in entry.name_words:
        return 88.0
    if len(word) >= 3 and any(part.startswith(word) for part in entry.name_words):
        return 80.0
    if word in entry.purpose or (len(word) >= 4 and any(part.startswith(word) for part in entry.purpose)):
        return 70.0
    if word in entry.features or (len(word) >= 5 and any(part.startswith(word) for part in entry.features)):
        return 45.0
    return 0.0


def _slip(entry: _Entry, asked: str) -> float:
    """How near a name comes to what was typed: first the entry's own name, then any other, then one word of them."""
    for names, weight in ((entry.own_names, 0.7), (entry.names, 0.65), (tuple(entry.name_words), 0.6)):
        best = process.extractOne(asked, names, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
        if best:
            return weight * best[1]
    return 0.0


def _entry(found: Found, record_id: str, *, name: str, bonus: float, names: tuple[str, ...], purpose: str, features: str = "") -> _Entry:
    own = tuple(dict.fromkeys(n.casefold() for n in (record_id, record_id.replace("-", " "), name)))
    every = tuple(dict.fromkeys((*own, *(n.casefold() for n in names))))
    name_words = frozenset(word for n in every for word in _words(n))
    return _Entry(found, record_id, name, bonus, own, every, name_words, frozenset(_words(purpose)), frozenset(_words(features)))


def _service_entry(service: Service) -> _Entry:
    told = (*service.features, *service.data_model, *(fact for section in service.details for fact in section.facts))
    bonus = 2.0 if service.core else 1.0 if service.scope == "core" else 0.0
    names = (service.name, *service.former_names, *service.aliases)
    return _entry(
        "service",
        service.id,
        name=service.short_name,
        bonus=bonus,
        names=names,
        purpose=service.purpose.text,
        features=" ".join(fact.text for fact in told),
    )


def _use_case_entry(use_case: UseCase) -> _Entry:
    return _entry("use_case", use_case.id, name=use_case.title, bonus=0.5, names=use_case.aliases, purpose=use_case.problem)


def _term_entry(term: Term) -> _Entry:
    return _entry("term", term.id, name=term.term, bonus=0.0, names=term.also, purpose=term.definition)


@lru_cache(maxsize=4)
def _index(of: Catalog) -> tuple[_Entry, ...]:
    return (
        *map(_service_entry, of.services.values()),
        *map(_use_case_entry, of.use_cases.values()),
        *map(_term_entry, of.terms.values()),
    )
