"""Values as they are while a template is read: plain ones, and those that the file alone does not decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

Value = Any  # None, bool, int, float, str, list, dict, or Unsure, at any depth


class _Absent:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


ABSENT = _Absent("ABSENT")
LEFT_OUT = _Absent("LEFT_OUT")  # a default that says: not there


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of another resource by its address, and of the attribute that is asked of it."""

    address: str
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class Unsure:
    """A value that depends on something (`depends`), or is not visible in the files at all.

    `text` is the expression as written, without literal texts that could be secret. `options` are all the values it
    can take, where the files say so;
    `default` is the value with every default in place. `pieces` are the parts of a text in their order.
    """

    text: str
    refs: tuple[Reference, ...] = ()
    depends: tuple[str, ...] = ()
    options: tuple[Value, ...] = ()
    default: Value = ABSENT
    secret: bool = False
    pieces: tuple[Value, ...] = ()


WRITTEN_OUT = "(written out)"


def secret(name: str, written: bool = False) -> Unsure:
    """A value that must not be shown: only that it is there, and whether a default of it is written in the file."""
    return Unsure(text=f"{name} (hidden)", depends=(name,), default=WRITTEN_OUT if written else ABSENT, secret=True)


def unsure_in(value: Value) -> Iterator[Unsure]:
    """Every undecided value inside a value, however deep, options and pieces included."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Unsure):
            yield item
            waiting += [*item.options, *item.pieces]
        elif isinstance(item, dict):
            waiting += item.values()
        elif isinstance(item, (list, tuple)):
            waiting += item


def references_in(value: Value) -> tuple[Reference, ...]:
    """Every mention of another resource inside a value, once each."""
    return tuple(dict.fromkeys(ref for item in unsure_in(value) for ref in item.refs))


def depends_in(value: Value) -> tuple[str, ...]:
    """The names of all parameters and variables that a value depends on."""
    return tuple(dict.fromkeys(name for item in unsure_in(value) for name in item.depends))


def is_sure(value: Value) -> bool:
    """Whether nothing inside the value is undecided."""
    return next(unsure_in(value), None) is None


def combined(text: str, *parts: Value, pieces: tuple[Value, ...] = ()) -> Unsure:
    """An undecided value made of others, such as the result of a function."""
    return Unsure(
        text,
        references_in(parts),
        depends_in(parts),
        secret=any(item.secret for item in unsure_in(parts)),
        pieces=pieces,
    )


def with_default(value: Value) -> Value:
    """The value with every default in place; ABSENT where there is none."""
    if isinstance(value, Unsure):
        if value.default is not ABSENT:
            return with_default(value.default)
        if value.pieces:
            inner = [with_default(piece) for piece in value.pieces]
            return ABSENT if any(part is ABSENT for part in inner) else "".join(str(part) for part in inner)
        return ABSENT
    if isinstance(value, list):
        items = [with_default(item) for item in value]
        return ABSENT if any(item is ABSENT for item in items) else items
    return value


def applied(value: Value, change: Callable[[Value], Value], text: str) -> Value:
    """`change` of a value; of an undecided one, of each of its options."""
    if not isinstance(value, Unsure):
        return change(value)
    options = tuple(applied(option, change, text) for option in value.options)
    default = ABSENT if value.default is ABSENT else change(value.default)
    return replace(value, text=text, options=options, default=default, pieces=())


def as_text(value: Value, mark: Callable[[Unsure], str]) -> str:
    """A text with each undecided part replaced by its mark."""
    if isinstance(value, Unsure):
        if value.pieces:
            return "".join(as_text(piece, mark) for piece in value.pieces)
        return mark(value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None or value is ABSENT else str(value)


def text_of(pieces: list[Value]) -> Value:
    """A text made of pieces: plain where all of them are."""
    if all(is_sure(piece) for piece in pieces):
        return "".join(as_text(piece, str) for piece in pieces)
    if len(pieces) == 1:
        return pieces[0]
    shown = "".join(piece.text if isinstance(piece, Unsure) else "…" for piece in pieces)
    return combined(shown, *pieces, pieces=tuple(pieces))
