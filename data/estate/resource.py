"""A resource as it was read, in the words of its own format, and what a reading gathers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from data.estate.values import ABSENT, LEFT_OUT, Reference, Unsure, Value

Path = tuple[str, ...]
ByFile = tuple[tuple[str, Value], ...]  # what each file of values says of a variable


@dataclass(slots=True)
class ReadResource:
    """One resource of the input. `address` is unique in the estate; `line_at` tells the line on which a property
    stands.

    `exists` is True, False or what it depends on. `action` and `before` come from a plan; `origin` is "managed",
    "data" (looked up, made elsewhere) or
    "module" (a module whose files are not there). `by_file` holds the variables that have another value in each file
    of values.
    """

    address: str
    name: str
    type: str
    file: str
    line: int | None
    properties: dict[str, Value]
    line_at: Callable[[Path], int | None] = lambda _path: None
    module: str = ""
    exists: Value = True
    depends_on: tuple[Reference, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    action: str | None = None
    before: dict[str, Value] | None = None
    origin: str = "managed"
    code: bool = True  # read from code, not from a plan, a state or an inventory
    outputs: dict[str, Value] = field(default_factory=dict)
    by_file: Mapping[str, ByFile] = field(default_factory=dict)


@dataclass(slots=True)
class Reading:
    """What has been read so far: resources, what stands outside, and sentences about what could not be read."""

    resources: list[ReadResource] = field(default_factory=list)
    problems: list[tuple[str, int | None, str]] = field(default_factory=list)
    formats: dict[str, str] = field(default_factory=dict)

    def tell(self, file: str, line: int | None, sentence: str) -> None:
        """Note what could not be read, once."""
        if (file, line, sentence) not in self.problems:
            self.problems.append((file, line, sentence))


def dig(value: Value, path: Path) -> Value:
    """What stands under a path of keys; `*` means every item of a list; ABSENT where there is nothing. Keys are
    compared without case and separators."""
    for number, key in enumerate(path):
        if isinstance(value, Unsure):
            if not value.options:
                return value
            rest = path[number:]
            options = tuple(dig(option, rest) for option in value.options)
            default = dig(value.default, rest) if value.default is not ABSENT else ABSENT
            return Unsure(value.text, value.refs, value.depends, options, default, value.secret)
        if isinstance(value, list):
            if key == "*":
                rest = path[number + 1 :]
                found = [dig(item, rest) for item in value]
                flat = [
                    inner
                    for item in found
                    for inner in (item if isinstance(item, list) else [item])
                    if inner is not ABSENT
                ]
                return flat or ABSENT
            value = value[0] if value else ABSENT
        if value is LEFT_OUT or not isinstance(value, (dict, Unsure)):
            return LEFT_OUT if value is LEFT_OUT else ABSENT
        if isinstance(value, Unsure):
            return dig(value, path[number:])
        if key == "*":
            found = [dig(item, path[number + 1 :]) for item in value.values()]
            flat = [
                inner for item in found for inner in (item if isinstance(item, list) else [item]) if inner is not ABSENT
            ]
            return flat or ABSENT
        value = _under(value, key)
        if value is ABSENT:
            return ABSENT
    return value


def _under(value: dict[str, Value], key: str) -> Value:
    if key in value:
        return value[key]
    plain = key.replace("_", "").replace("-", "").lower()
    for name, inner in value.items():
        if isinstance(name, str) and name.replace("_", "").replace("-", "").lower() == plain:
            return inner
    return ABSENT
