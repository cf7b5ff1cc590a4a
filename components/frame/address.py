"""The address as state: reading ids from it with care, writing them back.

A value that is not understood is dropped, and the name of its parameter is told in one quiet notice. What a visitor
typed is text and nothing else.
"""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

import streamlit as st

from data.search import LONGEST_QUERY

Choice = TypeVar("Choice", bound=str)


class Address:
    """The parameters of one page's address, and the names of those that were not understood."""

    def __init__(self, parameters: Mapping[str, list[str]]) -> None:
        self._parameters = parameters
        self.dropped: list[str] = []

    @classmethod
    def of_this_page(cls) -> "Address":
        return cls({name: st.query_params.get_all(name) for name in st.query_params})

    def many(self, name: str, allowed: Collection[Choice], most: int | None = None) -> tuple[Choice, ...]:
        """The values of a repeatable parameter, in order, each once, `most` of them at the most."""
        known = {str(option): option for option in allowed}
        given = self._parameters.get(name, [])
        found = tuple(dict.fromkeys(known[value] for value in given if value in known))
        if (
            any(value not in known for value in given)
            or len(found) != len(given)
            or (most is not None and len(found) > most)
        ):
            self.drop(name)
        return found[:most]

    def one(self, name: str, allowed: Collection[Choice]) -> Choice | None:
        """The value of a parameter that stands once; of several the first that is known."""
        found = self.many(name, allowed)
        if len(found) > 1:
            self.drop(name)
        return found[0] if found else None

    def number(self, name: str, low: int, high: int, default: int) -> int:
        """A whole number from `low` to `high`."""
        value = self.one(name, [str(number) for number in range(low, high + 1)])
        return default if value is None else int(value)

    def text(self, name: str) -> str:
        """Free text: its first line of printable characters, shortened to what search takes."""
        given = self._parameters.get(name, [])
        typed = given[0] if given else ""
        clean = "".join(c for c in typed if not unicodedata.category(c).startswith("C"))[:LONGEST_QUERY]
        if len(given) > 1 or clean != typed:
            self.drop(name)
        return clean

    def notice(self) -> None:
        """Tell, quietly and once, what was left out."""
        if self.dropped:
            names = ", ".join(f"`{name}`" for name in self.dropped)
            st.caption(f":material/info: Part of the address was not understood and is left out: {names}.")

    def drop(self, name: str) -> None:
        """Note that something of a parameter was left out."""
        if name not in self.dropped:
            self.dropped.append(name)


def write_address(parameters: Iterable[tuple[str, str | Iterable[str] | None]]) -> None:
    """Make the address say exactly this; empty values are left out. `embed` parameters stay."""
    kept = [(name, value) for name, value in parameters if value]
    wanted = {name: value if isinstance(value, str) else list(value) for name, value in kept if value is not None}
    st.query_params.from_dict({name: value for name, value in wanted.items() if value})
