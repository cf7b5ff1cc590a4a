"""One YAML file as plain values: maps, lists, texts, numbers and truths.

YAML can say more than a record needs: tags that make other types, aliases that unfold to gigabytes or hold
themselves, nesting without end. What no record needs is refused with the field where it stands, before anything is
built from it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

MOST_BYTES = 1_000_000
MOST_VALUES = 50_000  # of one file, aliases unfolded
DEEPEST = 20
MOST_DIGITS = 15  # more are not kept exactly by everything that reads JSON

_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]*)?(e[-+]?[0-9]+)?", re.IGNORECASE)
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)$")
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)  # those that turn the writing around, too
_TYPES = "tag:yaml.org,2002:"


class UnfitYamlError(ValueError):
    """What keeps a text from being read, a line each: where, and what is wrong."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


def read_yaml(text: str) -> object:
    """The values of a YAML document. A date stays the text that it is written as.

    Errors: UnfitYamlError.
    """
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise UnfitYamlError(f"(whole file): larger than {MOST_BYTES:,} bytes")
    try:
        refused = tuple(dict.fromkeys(_Survey().problems(text)))
        if refused:
            raise UnfitYamlError(*refused)
        return yaml.load(text, _PlainValues)  # noqa: S506 (a safe loader, made stricter)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, UnfitYamlError):
            raise
        raise UnfitYamlError(f"not readable as YAML: {' '.join(str(error).split())}") from error


class _PlainValues(yaml.CSafeLoader):
    """YAML that refuses a key written twice, which plain YAML silently overwrites, and a key that is not text, such
    as `yes` or a list."""

    yaml_implicit_resolvers = {  # noqa: RUF012 (as the loader names it)
        sign: [
            (tag, pattern)
            for tag, pattern in resolvers
            if tag.removeprefix(_TYPES) not in {"int", "timestamp", "merge", "value"}
        ]
        for sign, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if not isinstance(key, str):
                raise yaml.constructor.ConstructorError(None, None, f"key {key!r} is not text", node.start_mark)
        for key, times in Counter(keys).items():
            if times > 1:
                raise yaml.constructor.ConstructorError(None, None, f"key {key!r} is written twice", node.start_mark)
        return super().construct_mapping(node, deep)


_PlainValues.add_implicit_resolver(f"{_TYPES}int", _WHOLE, list("-+0123456789"))


@dataclass
class _Open:
    """A map or list that is being read: its anchor, how many values it holds so far, and the key or number of the one
    that comes."""

    anchor: str | None
    is_map: bool
    values: int = 1
    height: int = 1
    place: str | int | None = None
    entries: int = 0


@dataclass
class _Survey:
    """One pass over the events of a document, in which nothing is built."""

    open: list[_Open] = field(default_factory=list)
    anchored: dict[str, tuple[int, int]] = field(default_factory=dict)

    def problems(self, text: str) -> Iterator[str]:
        """What no record needs; the pass ends where going on would cost too much."""
        for event in yaml.parse(text, yaml.CSafeLoader):
            if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)):
                self._arrive(event)
                problem = self._alias(event.anchor) if isinstance(event, yaml.AliasEvent) else self._value(event)
                if problem:
                    yield f"{self._where()}: {problem}"
                if self._is_too_much():
                    yield (
                        f"{self._where()}: nested deeper than {DEEPEST}, or "
                        f"more than {MOST_VALUES:,} values with its aliases"
                    )
                    return
                if isinstance(event, yaml.CollectionStartEvent):
                    self.open.append(_Open(event.anchor, isinstance(event, yaml.MappingStartEvent)))
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close()

    def _arrive(self, event: yaml.NodeEvent) -> None:
        """Go on to the place of the map or list that this key or value stands in."""
        if self.open:
            outer = self.open[-1]
            if not outer.is_map:
                outer.place = outer.entries
            elif outer.entries % 2 == 0:
                outer.place = event.value if isinstance(event, yaml.ScalarEvent) else "?"
            outer.entries += 1

    def _alias(self, anchor: str | None) -> str | None:
        if any(outer.anchor == anchor for outer in self.open):
            return f"the alias *{anchor} stands inside of what it names"
        values, height = self.anchored.get(anchor or "", (1, 0))
        self._count(values, height)
        return None

    def _value(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> str | None:
        self._count(1, 0)
        if event.tag is not None:
            return f"the tag {event.tag.replace(_TYPES, '!!')!r} is not taken: write the value without it"
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor:
                self.anchored[event.anchor] = (1, 0)
            if event.implicit[0] and _NUMBER.fullmatch(event.value) and _is_huge(event.value):
                return f"a number of more than {MOST_DIGITS} digits is not kept exactly: write it with a larger unit"
            if found := _CONTROLS.search(event.value):
                return f"the control character U+{ord(found[0]):04X} cannot be shown: leave it out"
        return None

    def _count(self, values: int, height: int) -> None:
        for outer in reversed(self.open):
            height += 1
            outer.values += values
            outer.height = max(outer.height, height)

    def _is_too_much(self) -> bool:
        if not self.open:
            return False
        outermost = self.open[0]
        return len(self.open) > DEEPEST or outermost.values > MOST_VALUES or outermost.height > DEEPEST

    def _close(self) -> None:
        closed = self.open.pop()
        if closed.anchor:
            self.anchored[closed.anchor] = (closed.values, closed.height)

    def _where(self) -> str:
        """The field that is being read: keys and numbers from outside in."""
        return ".".join(str(outer.place) for outer in self.open if outer.place is not None) or "(whole file)"


def _is_huge(number: str) -> bool:
    mantissa, _, exponent = number.lower().partition("e")
    return sum(sign.isdecimal() for sign in mantissa) > MOST_DIGITS or (
        exponent.lstrip("+-").isdecimal() and int(exponent) > MOST_DIGITS
    )
