"""The type of a variable: what `optional(type, default)` puts into an object that does not say it."""

from __future__ import annotations

from tree_sitter import Node

from data.estate.terraform.blocks import Attribute
from data.estate.terraform.syntax import Names, evaluated, parts_of, said
from data.estate.values import Value


def with_optional(names: Names, kind: Attribute | None, value: Value) -> Value:
    """The value with the optional attributes that its type gives it."""
    return _filled(names, kind.node, value) if kind is not None and isinstance(value, (dict, list)) else value


def _filled(names: Names, node: Node, value: Value) -> Value:
    word, arguments = _call(node)
    if word == "optional" and arguments:
        return _filled(names, arguments[0], value)
    if word == "object" and arguments and isinstance(value, dict):
        return {**value, **_attributes(names, arguments[0], value)}
    if word in ("map", "list", "set") and arguments and isinstance(value, dict):
        return {key: _filled(names, arguments[0], inner) for key, inner in value.items()}
    if word in ("list", "set") and arguments and isinstance(value, list):
        return [_filled(names, arguments[0], inner) for inner in value]
    return value


def _attributes(names: Names, node: Node, value: dict[str, Value]) -> dict[str, Value]:
    """The attributes of an object's type that are there, or have a default."""
    found: dict[str, Value] = {}
    for element in _elements(node):
        key, kind = said(parts_of(element)[0]).strip('"'), parts_of(element)[-1]
        word, arguments = _call(kind)
        if value.get(key) is not None:
            found[key] = _filled(names, kind, value[key])
        elif word == "optional":
            default = evaluated(names, arguments[1]) if len(arguments) > 1 else None
            found[key] = _filled(names, arguments[0], default)
    return found


def _call(node: Node) -> tuple[str, list[Node]]:
    """The name of a type's function and what it is given; the name alone where there is no more."""
    inner = _within(node, "function_call")
    if inner is None:
        return said(node), []
    given = [part for one in parts_of(inner)[1:] if one.type == "function_arguments" for part in parts_of(one)]
    return said(parts_of(inner)[0]), [part for part in given if part.type == "expression"]


def _elements(node: Node) -> list[Node]:
    held = _within(node, "object")
    return [part for part in parts_of(held) if part.type == "object_elem"] if held is not None else []


def _within(node: Node, kind: str) -> Node | None:
    """The node of that kind that a node is, but for what wraps it."""
    while node.type != kind:
        parts = parts_of(node)
        if len(parts) != 1:
            return None
        node = parts[0]
    return node
