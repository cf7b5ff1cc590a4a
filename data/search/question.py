"""What somebody typed, as ideas to look for: silent words left out, slips corrected, words that mean the same beside
each other."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.records import Catalog
from data.records.search_words import Outsider, SearchWords
from data.search.index import Index, index_of, name_key
from data.search.words import humps_of, words_of

LONGEST_QUERY = 200
MOST_WORDS = 12
SHORTEST_TO_CORRECT = 4
SURELY_ONE_SLIP, SURELY_TWO_SLIPS = 5, 8  # Slips in shorter words make other words: only names are taken to be meant.
SEVERAL_SLIPS = 2  # Another first letter and one more slip make another word.
SUBJECTS = frozenset({"service", "term"})
LONG_NAME = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+){2,}")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing to look for: as it was typed, and expressions that find it, each with its weight (1: the very words,
    best first). `any_word` finds any word of it; `keys` are own names of services that it is, `faint` says that it
    tells little, such as a unit of time."""

    typed: str
    expressions: tuple[tuple[str, float], ...]
    any_word: str = ""
    keys: tuple[str, ...] = ()
    faint: bool = False

    @property
    def strictly(self) -> "Idea":
        """The idea in its very words alone, whole or begun."""
        return replace(
            self, expressions=tuple(e for e in self.expressions if e[1] == 1 or e[0].endswith("*") or " AND " in e[0])
        )


@dataclass(frozen=True, slots=True)
class Question:
    """The ideas of a query, its whole name as it was typed and as it was corrected, and what it names that this atlas
    does not have; `compares` says that it puts one thing beside another, `amount` that it asks how much or how many."""

    ideas: tuple[Idea, ...]
    names: tuple[str, ...]
    outsiders: tuple[Outsider, ...] = ()
    compares: bool = False
    amount: bool = False


@dataclass(frozen=True, eq=False)
class Language:
    """The words of search, ready to look up by their words."""

    silent: frozenset[str]
    faint: frozenset[str]
    comparing: frozenset[str]
    amounts: frozenset[Words]
    same: dict[Words, tuple[Words, ...]]
    near: dict[Words, tuple[Words, ...]]
    outsiders: dict[Words, Outsider]
    longest: int
    words: frozenset[str]
    subjects: frozenset[str]
    by_length: dict[int, list[str]]


@lru_cache(maxsize=4)
def language_of(catalog: Catalog) -> Language:
    """The words of search of a catalog, and those that the catalog itself uses."""
    told: SearchWords = catalog.search_words
    same, near = _groups(told.same), _groups(told.near)
    inside = index_of(catalog).names
    named = (
        (words_of(name), _called(outsider, name))
        for outsider in told.outsiders
        for name in (outsider.name, *outsider.names)
    )
    outsiders = {
        words: outsider for words, outsider in named if name_key(words) not in inside
    }  # one that has come in is none any more
    silent, faint, comparing = (
        frozenset(word for entry in words for word in words_of(entry))
        for words in (told.silent, told.faint, told.comparing)
    )
    amounts = frozenset(map(words_of, told.amounts))
    longest = max((len(words) for words in (*same, *near, *outsiders)), default=1)
    words = silent | faint | {word for words in (*same, *near, *outsiders) for word in words}
    by_length: dict[int, list[str]] = {}
    for word in sorted(words | index_of(catalog).word_counts.keys()):
        by_length.setdefault(len(word), []).append(word)
    borne = [name for entry in index_of(catalog).entries if entry.found in SUBJECTS for name in entry.own_names]
    subjects = {word for name in borne for word in words_of(name)} | {word for words in outsiders for word in words}
    return Language(
        silent, faint, comparing, amounts, same, near, outsiders, longest, words, frozenset(subjects), by_length
    )


def _called(outsider: Outsider, name: str) -> Outsider:
    """An outsider by the name that somebody types: who asks for Redis is told of Redis."""
    return outsider if outsider.name in name else outsider.model_copy(update={"name": name})


def _groups(groups: tuple[tuple[str, ...], ...]) -> dict[Words, tuple[Words, ...]]:
    """Words to the others of all groups that hold them."""
    found: dict[Words, tuple[Words, ...]] = {}
    for group in groups:
        ways = tuple(dict.fromkeys(words_of(way) for way in group))
        for way in ways:
            found[way] = tuple(dict.fromkeys((*found.get(way, ()), *(other for other in ways if other != way))))
    return found


def understood(catalog: Catalog, index: Index, query: str) -> Question:
    """The question that a query asks; one of only spaces or signs has no ideas."""
    typed = words_of(_apart(index, " ".join(query.split())[:LONGEST_QUERY]))[:MOST_WORDS]
    language = language_of(catalog)
    words, outsiders = _without_outsiders(language, tuple(_corrected(index, language, word) for word in typed))
    heard = tuple(word for word in words if word not in language.silent) or words
    names = tuple(dict.fromkeys((name_key(typed), name_key(words), name_key(heard))))
    compares = not language.comparing.isdisjoint(words)
    amount = any(pair in language.amounts for pair in pairwise(words))
    return Question(_ideas(index, language, heard), names, outsiders, compares, amount)


def _apart(index: Index, query: str) -> str:
    """The query with the names of exceptions and metrics that nothing holds as words: `ItemTooLargeException`."""

    def parts(name: re.Match[str]) -> str:
        told = name[0].casefold() in index.word_counts or _is_told(index, f'"{name[0]}"')
        return name[0] if told else " ".join(humps_of(name[0]))

    return LONG_NAME.sub(parts, query)


def _without_outsiders(language: Language, words: Words) -> tuple[Words, tuple[Outsider, ...]]:
    """The words without the names of what this atlas does not have, and what those names stand for."""
    left: list[str] = []
    found: list[Outsider] = []
    at = 0
    while at < len(words):
        named = next(
            (
                end
                for end in range(min(len(words), at + language.longest), at, -1)
                if words[at:end] in language.outsiders
            ),
            None,
        )
        if named is None:
            left.append(words[at])
        else:
            found.append(language.outsiders[words[at:named]])
        at = named or at + 1
    return tuple(left), tuple(dict.fromkeys(found))


def _corrected(index: Index, language: Language, word: str) -> str:
    """The word, or the one of the catalog that a slip of the finger made it from."""
    known = index.word_counts
    if len(word) < SHORTEST_TO_CORRECT or not word.isalpha() or word in known or word in language.words:
        return word
    if _is_told(index, f'"{word}" OR "{word}"*'):
        return word
    most = 1 if len(word) < 6 else 2
    surely = (len(word) >= SURELY_ONE_SLIP) + (len(word) >= SURELY_TWO_SLIPS)
    alike = [
        other
        for length in range(len(word) - most, len(word) + most + 1)
        for other in language.by_length.get(length, ())
    ]
    near = [
        found
        for found in process.extract(word, alike, scorer=OSA.distance, score_cutoff=most, limit=None)
        if (found[0][0] == word[0] or found[1] < SEVERAL_SLIPS)
        and (found[1] <= surely or found[0] in language.subjects)
    ]
    names = index.name_words | language.words
    best = min(
        near,
        key=lambda found: (found[1], found[0][0] != word[0], found[0] not in names, -known[found[0]]),
        default=None,
    )
    return str(best[0]) if best else word


def _is_told(index: Index, expression: str) -> bool:
    with index.connection() as connection:
        return connection.execute("SELECT 1 FROM told WHERE told MATCH ? LIMIT 1", (expression,)).fetchone() is not None


def _ideas(index: Index, language: Language, words: Words) -> tuple[Idea, ...]:
    """Phrases that are one idea together, two words that are written as one, and single words; the last one may be
    unfinished."""
    found: list[Idea] = []
    at = 0
    while at < len(words):
        phrases = (
            end
            for end in range(min(len(words), at + language.longest), at + 1, -1)
            if words[at:end] in language.same or words[at:end] in language.near
        )
        end = next(phrases, at + 1)
        pair = words[at : at + 2]
        if end == at + 1 and len(pair) == 2 and name_key(pair) in index.name_words:
            end = at + 2
        found.append(_idea(index, language, words[at:end], unfinished=end == len(words)))
        at = end
    return tuple({idea.expressions: idea for idea in found}.values())


def _idea(index: Index, language: Language, words: Words, *, unfinished: bool) -> Idea:
    own, joined = _phrase(words), name_key(words)
    expressions = [(f'{own} OR "{joined}"' if len(words) > 1 else own, 1.0)]
    for others, weight in ((language.same.get(words, ()), 0.95), (language.near.get(words, ()), 0.7)):
        if others:
            expressions.append((" OR ".join(_phrase(way) for way in others), weight))
    if len(words) > 1:
        expressions.append((" AND ".join(f'"{word}"' for word in words), 0.9))
    elif len(words[0]) >= (2 if unfinished else 4) and not words[0].isdigit():
        expressions.append((f"{own}*", 0.6))
    keys = tuple(key for key in (joined, *map(name_key, language.same.get(words, ()))) if _names_a_service(index, key))
    every = dict.fromkeys(
        word
        for way in (words, *language.same.get(words, ()), *language.near.get(words, ()))
        for word in way
        if word not in language.silent
    )
    any_word = " OR ".join(
        (*(f'"{word}"' for word in (joined, *every)), *(e for e, _ in expressions if e.endswith("*")))
    )
    faint = len(words) == 1 and (words[0] in language.faint or (len(words[0]) == 1 and words[0].isalpha()))
    return Idea(" ".join(words), tuple(expressions), any_word, keys, faint)


def _names_a_service(index: Index, key: str) -> bool:
    return any(is_own and index.entries[number].found == "service" for number, is_own in index.names.get(key, ()))


def _phrase(words: Words) -> str:
    return '"' + " ".join(words) + '"'
