"""Literals, collections, operators and names of Terraform's language, evaluated as far as the files decide them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tree_sitter import Node

from data.estate.terraform.operators import binary, chosen, negated
from data.estate.terraform.syntax import Names, evaluated, parts_of, said, written
from data.estate.terraform.texts import unescaped
from data.estate.values import ABSENT, Unsure, Value, combined, is_sure

ACCESSES = ("get_attr", "index", "splat")
WORDS = {"true": True, "false": False, "null": None}


def _expression(names: Names, node: Node) -> Value:
    return _operand(names, node.named_children)


def _operand(names: Names, nodes: Sequence[Node]) -> Value:
    """A value, or a name, with the attributes and indexes after it; answered as a whole."""
    parts = [node for node in nodes if node.type != "comment"]
    if not parts:
        return ABSENT
    head, steps = parts[0], [step for part in parts[1:] for step in _steps(names, part)]
    if head.type == "variable_expr":
        return _name(names, [said(head), *steps], written(parts))
    value = evaluated(names, head)
    return walked(value, steps, written(parts)) if steps else value


def _steps(names: Names, node: Node) -> list[Any]:
    if node.type == "get_attr":
        return [said(parts_of(node)[0])]
    if node.type in ("splat", "full_splat", "attr_splat"):
        star = [] if node.type == "splat" else ["*"]
        return [*star, *(step for part in parts_of(node) for step in _steps(names, part))]
    if node.type == "legacy_index":
        return [int(number) if (number := said(node).strip(".")).isdigit() else number]
    if node.type == "new_index":
        return [evaluated(names, part) for part in parts_of(node)[:1]]
    return [step for part in parts_of(node)[:1] for step in _steps(names, part)] if node.type == "index" else []


def _name(names: Names, steps: list[Any], text: str) -> Value:
    if steps[0] in names.local:
        return walked(names.local[steps[0]], steps[1:], text)
    return WORDS[steps[0]] if steps[0] in WORDS else names.mention(steps, text)


def _number(_: Names, node: Node) -> Value:
    text = said(node)
    try:
        return int(text[:40]) if text.isdigit() else float(text)
    except ValueError:
        return text


def _word(_: Names, node: Node) -> Value:
    return WORDS.get(said(node), said(node))


def _string(_: Names, node: Node) -> Value:
    return unescaped(said(node)[1:-1])


def _tuple(names: Names, node: Node) -> Value:
    items = (evaluated(names, child) for child in parts_of(node) if child.type == "expression")
    return [value for value in items if value is not ABSENT]


def _object(names: Names, node: Node) -> Value:
    found: dict[str, Value] = {}
    for element in parts_of(node):
        if element.type == "object_elem":
            key, value = parts_of(element)[0], parts_of(element)[-1]
            found[_key(names, key)] = evaluated(names, value)
    return found


def _key(names: Names, node: Node) -> str:
    """A bare word is its own text; what stands in parentheses is evaluated."""
    if len(node.children) == 1 and node.children[0].type == "variable_expr":
        return said(node)
    value = evaluated(names, node)
    return value if isinstance(value, str) else value.text if isinstance(value, Unsure) else str(value)


def _conditional(names: Names, node: Node) -> Value:
    test, yes, no = parts_of(node)[:3]
    return chosen(evaluated(names, test), lambda: evaluated(names, yes), lambda: evaluated(names, no), written(test))


def _binary(names: Names, node: Node) -> Value:
    at = next(place for place, child in enumerate(node.children) if not child.is_named and child.type not in "()")
    left, right = (
        _operand(names, [child for child in side if child.is_named])
        for side in (node.children[:at], node.children[at + 1 :])
    )
    return binary(node.children[at].type, left, right, written(node))


def _unary(names: Names, node: Node) -> Value:
    return negated(node.children[0].type, _operand(names, node.named_children), written(node))


def walked(value: Value, steps: list[Any], text: str) -> Value:
    """What stands under attribute names and indexes of a value."""
    for number, step in enumerate(steps):
        if isinstance(value, Unsure):
            options = tuple(walked(option, steps[number:], text) for option in value.options)
            default = walked(value.default, steps[number:], text) if value.default is not ABSENT else ABSENT
            return Unsure(
                text,
                value.refs,
                value.depends,
                tuple(o for o in options if o is not ABSENT),
                default if is_sure(default) else ABSENT,
                value.secret,
            )
        if isinstance(step, Unsure):
            return combined(text, value, step)
        if step == "*":
            items = value if isinstance(value, list) else [] if value is None else [value]
            return [walked(item, steps[number + 1 :], text) for item in items]
        if isinstance(value, list) and str(step).lstrip("-").isdigit() and -len(value) <= int(step) < len(value):
            value = value[int(step)]
        elif isinstance(value, dict) and str(step) in value:
            value = value[str(step)]
        else:
            return Unsure(text)
    return value


HANDLED: dict[str, Callable[[Names, Node], Value]] = {
    "expression": _expression,
    "variable_expr": lambda names, node: _name(names, [said(node)], said(node)),
    "numeric_lit": _number,
    "bool_lit": _word,
    "null_lit": _word,
    "string_lit": _string,
    "tuple": _tuple,
    "object": _object,
    "conditional": _conditional,
    "binary_operation": _binary,
    "unary_operation": _unary,
}
