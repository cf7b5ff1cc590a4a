"""What an address says, by the parameters that its page declares, whoever asks for it: a visitor, or a file's address.

What is not understood, a value or a name, is dropped, and its name is kept.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from components.frame.parameters import Parameter
from data.records import Catalog

V = TypeVar("V")
Parameters = tuple[Parameter[Any], ...]
Given = Mapping[str, list[str]]


class GivenAddress:
    """The values of declared parameters, and the names of what was not understood."""

    def __init__(self, declared: Parameters, given: Given, catalog: Catalog) -> None:
        self.dropped: list[str] = []
        self._values: dict[str, Any] = {}
        for parameter in declared:
            value, understood = parameter.read(given.get(parameter.name, []), catalog)
            self._values[parameter.name] = value
            if not understood:
                self.drop(parameter)
        self.dropped += [name for name in given if name not in self._values]

    def get(self, parameter: Parameter[V]) -> V:
        """The value of a declared parameter, or its default."""
        value: V = self._values[parameter.name]
        return value

    def drop(self, parameter: Parameter[Any]) -> None:
        """Note that something of a parameter was left out."""
        if parameter.name not in self.dropped:
            self.dropped.append(parameter.name)


def query_of(values: Mapping[Any, Any]) -> list[tuple[str, str]]:
    """Names and texts that say exactly this, in this order; defaults are absent."""
    return [(parameter.name, text) for parameter, value in values.items() for text in parameter.write(value)]
