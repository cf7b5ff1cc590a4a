"""Intrinsic functions that choose among values and take lists apart."""

from __future__ import annotations

from typing import Any, Protocol

from data.estate.templates.truths import brief
from data.estate.values import (
    ABSENT,
    LEFT_OUT,
    Reference,
    Unsure,
    Value,
    applied,
    as_text,
    combined,
    text_of,
    with_default,
)

_MAX_SPLIT = 200


class Scope(Protocol):
    """Who evaluates what a function is given."""

    def value(self, node: Any) -> Value:
        """The value of a node."""

    def condition(self, name: str) -> Value:
        """Whether a condition holds."""

    def section(self, name: str) -> dict[str, Any]:
        """A section of the template."""


def join(scope: Scope, inner: Any) -> Value:
    """`Fn::Join`."""
    if not isinstance(inner, list) or len(inner) != 2:
        return combined("!Join", scope.value(inner))
    between, items = str(inner[0]), scope.value(inner[1])
    if not isinstance(items, list):
        return combined("!Join", items)
    pieces: list[Value] = []
    for number, item in enumerate(items):
        pieces += [between, item] if number and between else [item]
    return text_of(pieces) if pieces else ""


def chosen(scope: Scope, inner: Any) -> Value:
    """`Fn::If`: one branch where the condition is decided, else both as options."""
    if not isinstance(inner, list) or len(inner) != 3:
        return combined("!If", scope.value(inner))
    truth = scope.condition(str(inner[0]))
    if isinstance(truth, bool):
        return scope.value(inner[1] if truth else inner[2])
    yes, no = scope.value(inner[1]), scope.value(inner[2])
    made = combined(f"!If {truth.text}", truth, [part for part in (yes, no) if part is not ABSENT])
    chosen = with_default(truth)
    branch = yes if chosen else no
    default = ABSENT if chosen is ABSENT else LEFT_OUT if branch is ABSENT else with_default(branch)
    return Unsure(made.text, made.refs, made.depends, (yes, no), default)


def find_in_map(scope: Scope, inner: Any) -> Value:
    """`Fn::FindInMap`: the cell, or all cells that it can be."""
    if not isinstance(inner, list) or len(inner) < 3:
        return combined("!FindInMap", scope.value(inner))
    name, first, second = (scope.value(part) for part in inner[:3])
    table = scope.section("Mappings").get(name) if isinstance(name, str) else None
    made = combined(f"!FindInMap {brief(name)}", first, second)
    if not isinstance(table, dict):
        return made
    rows = [table.get(first)] if isinstance(first, str) else list(table.values())
    found = [
        cell
        for row in rows
        if isinstance(row, dict)
        for cell in ([row.get(second, ABSENT)] if isinstance(second, str) else row.values())
    ]
    found = [cell for cell in found if cell is not ABSENT]
    if isinstance(first, str) and isinstance(second, str):
        return scope.value(found[0]) if found else made
    default_row, default_cell = with_default(first), with_default(second)
    row = table.get(str(default_row)) if default_row is not ABSENT else None
    default = row.get(str(default_cell), ABSENT) if isinstance(row, dict) and default_cell is not ABSENT else ABSENT
    same = [cell for number, cell in enumerate(found) if cell not in found[:number]]
    return Unsure(made.text, made.refs, made.depends, tuple(same), default)


def select(scope: Scope, inner: Any) -> Value:
    """`Fn::Select`."""
    if isinstance(inner, list) and len(inner) == 2:
        number, items = scope.value(inner[0]), scope.value(inner[1])
        if str(number).isdigit() and isinstance(items, list) and int(number) < len(items):
            return items[int(number)]
        return combined("!Select", items)
    return combined("!Select", scope.value(inner))


def split(scope: Scope, inner: Any) -> Value:
    """`Fn::Split`."""
    if isinstance(inner, list) and len(inner) == 2:
        mark, text = str(inner[0]), scope.value(inner[1])
        if isinstance(text, str) and mark:
            return text.split(mark)[:_MAX_SPLIT]
        return applied(text, lambda known: str(known).split(mark)[:_MAX_SPLIT] if mark else known, "!Split")
    return combined("!Split", scope.value(inner))


def imported(scope: Scope, inner: Any) -> Value:
    """`Fn::ImportValue`: what stands outside the file."""
    name = scope.value(inner)
    shown = as_text(name, lambda part: "${" + part.text.removeprefix("!Ref ").removeprefix("!GetAtt ") + "}")
    return Unsure(f"!ImportValue {shown}", refs=(Reference(f"import:{shown}"),), depends=())
