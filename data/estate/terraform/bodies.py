"""What stands in a block: its properties with dynamic blocks unrolled, their lines, and whether count and for_each
let it exist."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from data.estate.opening.limits import MAX_INSTANCES
from data.estate.resource import Path
from data.estate.terraform.blocks import Block
from data.estate.terraform.evaluate import Names, evaluated
from data.estate.values import ABSENT, LEFT_OUT, Reference, Unsure, Value, combined, with_default

META = {
    "count",
    "for_each",
    "provider",
    "depends_on",
    "lifecycle",
    "connection",
    "provisioner",
    "source",
    "version",
    "providers",
}


def each_unknown(value: Value) -> dict[str, Value]:
    """The names of a loop over what is not known."""
    items = combined("each.value", value)
    return {"each": {"key": Unsure("each.key", depends=items.depends), "value": items}}


def presence(value: Value) -> Value:
    """Whether a resource with this count or for_each exists."""
    if not isinstance(value, Unsure):
        return bool(value)
    default = with_default(value)
    shown = ABSENT if default in (ABSENT, LEFT_OUT) else bool(default) and default not in ("0", 0)
    return Unsure(value.text, value.refs, value.depends, (True, False), shown)


def both(one: Value, other: Value) -> Value:
    """Whether both exist."""
    if one is False or other is False:
        return False
    return other if one is True else one


def split_index(steps: list[Any]) -> tuple[str, list[Any]]:
    """The index of a name as its suffix, and the steps after it."""
    if steps and (isinstance(steps[0], int) or (isinstance(steps[0], str) and steps[0].isdigit())):
        return f"[{steps[0]}]", steps[1:]
    if len(steps) > 1 and isinstance(steps[0], str) and steps[0] == "*":
        return "", steps[1:]
    if steps and isinstance(steps[0], Unsure):
        return "", steps[1:]
    if len(steps) > 1 and isinstance(steps[0], str) and not steps[0].isidentifier():
        return f'["{steps[0]}"]', steps[1:]
    return "", steps


def attribute_of(steps: list[Any]) -> str:
    """The attribute that the remaining steps name."""
    return ".".join(str(step) for step in steps if isinstance(step, (str, int)))[:60]


def properties_of(names: Names, block: Block) -> dict[str, Value]:
    """The properties of a block, by name; inner blocks as lists."""
    found: dict[str, Value] = {}
    for name, attribute in block.attributes.items():
        if name not in META:
            value = evaluated(names, attribute.node)
            if value is not ABSENT and value is not None:
                found[name] = value
    for inner in block.blocks:
        if inner.kind == "dynamic" and inner.labels:
            for item in _dynamic(names, inner):
                _add(found, inner.labels[0], item)
        elif inner.kind not in META:
            _add(found, inner.kind, properties_of(names, inner))
    return found


def _add(found: dict[str, Value], name: str, item: Value) -> None:
    held = found.setdefault(name, [])
    if isinstance(held, list):
        held.append(item)


def _dynamic(names: Names, block: Block) -> list[Value]:
    content = next((inner for inner in block.blocks if inner.kind == "content"), None)
    each = block.attributes.get("for_each")
    if content is None or each is None:
        return []
    named = block.attributes.get("iterator")
    iterator = json.dumps(str(evaluated(names, named.node))).strip('"') if named is not None else block.labels[0]
    items = evaluated(names, each.node)
    if isinstance(items, (list, dict)):
        pairs = list(items.items()) if isinstance(items, dict) else list(enumerate(items))
        return [
            properties_of(names.within(**{iterator: {"key": key, "value": value}}), content)
            for key, value in pairs[:MAX_INSTANCES]
        ]
    unknown = combined(f"{iterator}.value", items)
    body = properties_of(names.within(**{iterator: {"key": unknown, "value": unknown}}), content)
    made = combined(f"for_each = {items.text}" if isinstance(items, Unsure) else "for_each", items)
    default = with_default(items)
    return [
        Unsure(
            made.text,
            made.refs,
            made.depends,
            (body, ABSENT),
            ABSENT if default is ABSENT else body if default else LEFT_OUT,
        )
    ]


def depends_on(names: Names, block: Block) -> tuple[Reference, ...]:
    """What depends_on mentions."""
    item = block.attributes.get("depends_on")
    value = evaluated(names, item.node) if item is not None else []
    return tuple(
        ref for part in (value if isinstance(value, list) else []) if isinstance(part, Unsure) for ref in part.refs
    )


def line_in(block: Block) -> Callable[[Path], int | None]:
    """A function that tells the line of a path in a block."""

    def line(path: Path) -> int | None:
        at, found = block, block.line
        for key in path:
            if key == "*" or key.isdigit():
                continue
            if key in at.attributes:
                return at.attributes[key].line
            inner = next(
                (
                    part
                    for part in at.blocks
                    if part.kind == key or (part.kind == "dynamic" and part.labels[:1] == (key,))
                ),
                None,
            )
            if inner is None:
                break
            found = inner.line
            at = (
                next((part for part in inner.blocks if part.kind == "content"), inner)
                if inner.kind == "dynamic"
                else inner
            )
        return found

    return line


def copies(names: Names, block: Block) -> list[tuple[str, dict[str, Value], Value]]:
    """Suffix of the address, names of the loop, and whether it exists, for each copy that count and for_each
    make."""
    count, each = block.attributes.get("count"), block.attributes.get("for_each")
    if count is not None:
        value = evaluated(names, count.node)
        if isinstance(value, (int, float)) or (isinstance(value, str) and value.isdigit()):
            number = int(value)
            if number <= 0:
                return [("", {"count": {"index": 0}}, False)]
            return [(f"[{n}]", {"count": {"index": n}}, True) for n in range(min(number, MAX_INSTANCES))]
        return [("", {"count": {"index": 0}}, presence(value))]
    if each is not None:
        value = evaluated(names, each.node)
        if isinstance(value, (dict, list)) and not isinstance(value, str):
            pairs = list(value.items()) if isinstance(value, dict) else [(item, item) for item in value]
            named = [
                (key if isinstance(key, str) else key.text if isinstance(key, Unsure) else str(key), item)
                for key, item in pairs
            ]
            return [
                (f'["{key}"]', {"each": {"key": key, "value": item}}, True) for key, item in named[:MAX_INSTANCES]
            ] or [("", each_unknown(value), False)]
        return [("", each_unknown(value), presence(value))]
    return [("", {}, True)]
