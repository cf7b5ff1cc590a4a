"""The index: every record and every statement in one table of SQLite's full-text search, in memory, read-only once it
is built."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from queue import Empty, SimpleQueue
from sys import intern

from data.records import Catalog
from data.search.entry import Entry, Passage
from data.search.passages import entries
from data.search.words import spelt_out, words_of

WRITTEN = "tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3 4'"
TABLES = (
    f"CREATE VIRTUAL TABLE told USING fts5(heading, text, hidden, {WRITTEN})",
    f"CREATE VIRTUAL TABLE words USING fts5(word, {WRITTEN})",
)


@dataclass(frozen=True, eq=False)
class Index:
    """What search needs to know of a catalog. Row `n` of the table `told` is entry `n` by its names, or, from
    `len(entries)` on, a passage of `entry_of[n]`, whose text has the words `tokens[n]`; the table `words` holds
    every word of the catalog once, to find the forms of one."""

    entries: tuple[Entry, ...]
    passages: tuple[Passage, ...]
    entry_of: tuple[int, ...]
    tokens: tuple[tuple[str, ...], ...]
    names: dict[str, tuple[tuple[int, bool], ...]]
    word_counts: Counter[str]
    name_words: frozenset[str]
    image: bytes
    idle: "SimpleQueue[sqlite3.Connection]"

    def passage(self, row: int) -> Passage:
        """The passage of a row that is not an entry's own."""
        return self.passages[row - len(self.entries)]

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection that no other thread uses meanwhile. Threads come and go with every run of a page, so
        connections wait for the next one."""
        try:
            connection = self.idle.get_nowait()
        except Empty:
            connection = sqlite3.connect(":memory:", check_same_thread=False)
            connection.deserialize(self.image)
            connection.execute("PRAGMA query_only = ON")
        try:
            yield connection
        finally:
            self.idle.put(connection)


@lru_cache(maxsize=4)
def index_of(catalog: Catalog) -> Index:
    """Build the index of a catalog, once."""
    every = entries(catalog)
    passages = tuple(passage for entry in every for passage in entry.passages)
    entry_of = (*range(len(every)), *(number for number, entry in enumerate(every) for _ in entry.passages))
    counts = Counter(word for text in _texts(every) for word in words_of(text))
    named = frozenset(word for entry in every for name in (*entry.own_names, *entry.names) for word in words_of(name))
    tokens = (*(() for _ in every), *(tuple(map(intern, words_of(passage.text))) for passage in passages))
    return Index(
        every, passages, entry_of, tokens, _names(every), counts, named, _image(every, passages, counts), SimpleQueue()
    )


def name_key(words: tuple[str, ...]) -> str:
    """What two ways to write a name have in common: `Open Search` and `OpenSearch` are one."""
    return "".join(words)


def _names(every: tuple[Entry, ...]) -> dict[str, tuple[tuple[int, bool], ...]]:
    """Name to the entries that bear it, and whether it is their own."""
    found: dict[str, dict[int, bool]] = {}
    for number, entry in enumerate(every):
        for is_own, names in ((True, entry.own_names), (False, entry.names)):
            for name in names:
                found.setdefault(name_key(words_of(name)), {}).setdefault(number, is_own)
    return {name: tuple(bearers.items()) for name, bearers in found.items()}


def _texts(every: tuple[Entry, ...]) -> Iterator[str]:
    for entry in every:
        yield from entry.own_names
        yield from entry.names
        for passage in entry.passages:
            yield from (passage.heading, passage.text, passage.hidden)


def _image(every: tuple[Entry, ...], passages: tuple[Passage, ...], words: Iterable[str]) -> bytes:
    connection = sqlite3.connect(":memory:")
    for table in TABLES:
        connection.execute(table)
    names = (
        (number, "", " | ".join((*entry.own_names, *entry.names)), "") for number, entry in enumerate(every, start=1)
    )
    told = (
        (n, p.heading, p.text, f"{p.hidden} {spelt_out(p.text)}") for n, p in enumerate(passages, start=len(every) + 1)
    )
    connection.executemany("INSERT INTO told (rowid, heading, text, hidden) VALUES (?, ?, ?, ?)", (*names, *told))
    connection.executemany("INSERT INTO words (word) VALUES (?)", ((word,) for word in words))
    for name in ("told", "words"):
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")  # noqa: S608 (the two names above)
    connection.commit()
    image = connection.serialize()
    connection.close()
    return image
