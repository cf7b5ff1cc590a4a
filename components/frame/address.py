"""The address as state: reading what a page declares, and writing it back.

What is not understood, a value or a name, is dropped, and its name is told in one quiet notice. What a visitor typed is
text and nothing else.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

import streamlit as st

from components.frame.parameters import Parameter
from data.records import Catalog

V = TypeVar("V")
Parameters = tuple[Parameter[Any], ...]
Given = Mapping[str, list[str]]
LONGEST_NAME = 40


class Address:
    """What the address of a page says, by its declared parameters, and the names of what was not understood."""

    def __init__(self, declared: Parameters, given: Given, catalog: Catalog) -> None:
        self.dropped: list[str] = []
        self._values: dict[str, Any] = {}
        for parameter in declared:
            value, understood = parameter.read(given.get(parameter.name, []), catalog)
            self._values[parameter.name] = value
            if not understood:
                self.drop(parameter)
        self.dropped += [name for name in given if name not in self._values]

    @classmethod
    def of_this_page(cls, declared: Parameters, catalog: Catalog) -> "Address":
        """The address that the visitor sees now."""
        return cls(declared, {name: st.query_params.get_all(name) for name in st.query_params}, catalog)

    def get(self, parameter: Parameter[V]) -> V:
        """The value of a declared parameter, or its default."""
        value: V = self._values[parameter.name]
        return value

    def drop(self, parameter: Parameter[Any]) -> None:
        """Note that something of a parameter was left out."""
        if parameter.name not in self.dropped:
            self.dropped.append(parameter.name)

    def notice(self) -> None:
        """Tell, quietly and once, what was left out."""
        if self.dropped:
            names = ", ".join(f"`{_shown(name)}`" for name in self.dropped)
            st.caption(f":material/info: Part of the address was not understood and is left out: {names}.")


def _shown(name: str) -> str:
    """A name as it can stand in code: in one line, and without what would end it."""
    return "".join(c for c in name[:LONGEST_NAME] if c.isprintable() and c != "`") or "?"


def query_of(values: Mapping[Any, Any]) -> list[tuple[str, str]]:
    """Names and texts that say exactly this, in this order; defaults are absent."""
    return [(parameter.name, text) for parameter, value in values.items() for text in parameter.write(value)]


def write_address(values: Mapping[Any, Any]) -> None:
    """Make the address say exactly this, in this order; defaults are absent. `embed` parameters stay."""
    written = {parameter.name: parameter.write(value) for parameter, value in values.items()}
    wanted = {name: texts[0] if len(texts) == 1 else texts for name, texts in written.items() if texts}
    st.query_params.from_dict(wanted)
