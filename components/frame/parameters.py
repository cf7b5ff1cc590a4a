"""The parameters of an address: each is declared once, with its name, the values it may take, its default and words for
those who write addresses. Reading, writing, the notice and the table in the README come from the declaration."""

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from data.records import Catalog
from data.search import LONGEST_QUERY

V = TypeVar("V")
C = TypeVar("C", bound=str)
Allowed = Callable[[Catalog], Collection[str]]


@dataclass(frozen=True)
class Parameter(ABC, Generic[V]):
    """A parameter called `name`; `words` says in the README what it takes."""

    name: str
    words: str

    @abstractmethod
    def read(self, given: Sequence[str], catalog: Catalog) -> tuple[V, bool]:
        """The value that the texts of an address mean, and whether all of them were understood; none means the
        default."""

    @abstractmethod
    def write(self, value: V) -> list[str]:
        """The texts that mean a value; none for the default."""


@dataclass(frozen=True)
class Ids(Parameter[tuple[str, ...]]):
    """Ids in order, each once, `most` of them at the most."""

    allowed: Allowed
    most: int | None = None

    def read(self, given: Sequence[str], catalog: Catalog) -> tuple[tuple[str, ...], bool]:
        known = frozenset(self.allowed(catalog))
        found = tuple(dict.fromkeys(value for value in given if value in known))
        return found[: self.most], found[: self.most] == tuple(given)

    def write(self, value: tuple[str, ...]) -> list[str]:
        return list(value)


@dataclass(frozen=True)
class Id(Parameter[str | None]):
    """One id; of several the first that is known."""

    allowed: Allowed

    def read(self, given: Sequence[str], catalog: Catalog) -> tuple[str | None, bool]:
        known = frozenset(self.allowed(catalog))
        found = [value for value in given if value in known]
        return (found[0] if found else None), len(found) == len(given) and len(found) < 2

    def write(self, value: str | None) -> list[str]:
        return [value] if value else []


@dataclass(frozen=True)
class Choice(Parameter[C]):
    """One of a few options, the first of which is the default."""

    options: tuple[C, ...]

    def read(self, given: Sequence[str], catalog: Catalog) -> tuple[C, bool]:
        found = [option for value in given for option in self.options if option == value and value]
        return (found[0] if found else self.options[0]), len(found) == len(given) and len(found) < 2

    def write(self, value: C) -> list[str]:
        return [value] if value != self.options[0] else []


@dataclass(frozen=True)
class Flag(Parameter[bool]):
    """True where it has the one value that it can have."""

    value: str = "1"

    def read(self, given: Sequence[str], catalog: Catalog) -> tuple[bool, bool]:
        return self.value in given, list(given) in ([], [self.value])

    def write(self, value: bool) -> list[str]:
        return [self.value] if value else []


@dataclass(frozen=True)
class Number(Parameter[int | None]):
    """A whole number from `low` to `high`; None where it is absent, unless there is a default."""

    low: int
    high: int
    default: int | None = None

    def read(self, given: Sequence[str], catalog: Catalog) -> tuple[int | None, bool]:
        known = {str(number): number for number in range(self.low, self.high + 1)}
        found = [known[value] for value in given if value in known]
        return (found[0] if found else self.default), len(found) == len(given) and len(found) < 2

    def write(self, value: int | None) -> list[str]:
        return [] if value is None or value == self.default else [str(value)]


@dataclass(frozen=True)
class FreeText(Parameter[str]):
    """What somebody typed: its printable characters, shortened to what search takes."""

    def read(self, given: Sequence[str], catalog: Catalog) -> tuple[str, bool]:
        typed = given[0] if given else ""
        clean = "".join(c for c in typed if not unicodedata.category(c).startswith("C"))[:LONGEST_QUERY]
        return clean, len(given) < 2 and clean == typed

    def write(self, value: str) -> list[str]:
        return [value] if value.strip() else []
