"""Function calls and loops of Terraform's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tree_sitter import Node

from data.estate.opening.limits import MAX_INSTANCES
from data.estate.terraform.functions import FUNCTIONS, KEPT, Unknown, called
from data.estate.terraform.syntax import Names, evaluated, parts_of, said, written
from data.estate.terraform.texts import filled
from data.estate.values import Unsure, Value, combined, is_sure


def _call(names: Names, node: Node) -> Value:
    name = said(parts_of(node)[0])
    held = [part for one in parts_of(node)[1:] if one.type == "function_arguments" for part in parts_of(one)]
    given = [evaluated(names, part) for part in held if part.type == "expression"]
    if held and held[-1].type == "ellipsis" and given and isinstance(given[-1], list):
        given[-1:] = given[-1]
    text = written(node)
    if name in ("try", "coalesce", "can") and given:
        return _first(name, given, text)
    if name in ("templatefile", "file") and given and isinstance(given[0], str):
        return _file(names, name, given, text)
    if name in KEPT and given:
        return given[0]
    if all(is_sure(value) for value in given) or (
        name in _STRUCTURAL and not any(isinstance(value, Unsure) for value in given)
    ):
        try:
            return called(name, given)
        except Unknown:
            return combined(text, *given)
    return combined(f"{name}(…)" if len(text) > 100 else text, *given)


_STRUCTURAL = {
    "merge",
    "concat",
    "flatten",
    "keys",
    "values",
    "lookup",
    "toset",
    "tolist",
    "tomap",
    "length",
    "element",
    "zipmap",
    "compact",
    "one",
} & set(FUNCTIONS)


def _first(name: str, given: list[Value], text: str) -> Value:
    if name == "can":
        return combined(text, *given)
    for value in given:
        if isinstance(value, Unsure):
            if value.refs or value.depends:
                return combined(value.text, *given) if len(value.refs) != 1 else value
            continue
        if name == "coalesce" and value in (None, ""):
            continue
        return value
    return combined(text, *given)


def _file(names: Names, name: str, given: list[Value], text: str) -> Value:
    content = names.file_text(given[0])
    if content is None:
        return combined(text, *given[1:])
    if name == "file":
        return content
    variables = given[1] if len(given) > 1 and isinstance(given[1], dict) else {}
    return filled(Names(lambda _steps, text: Unsure(text), names.file_text, variables), content)


def _for(names: Names, node: Node) -> Value:
    inner = parts_of(node)
    intro = next(child for child in inner if child.type == "for_intro")
    variables = [said(child) for child in parts_of(intro) if child.type == "identifier"]
    items = evaluated(names, next(child for child in parts_of(intro) if child.type == "expression"))
    condition = next((child for child in inner if child.type == "for_cond"), None)
    bodies = [child for child in inner if child.type == "expression"]
    if isinstance(items, Unsure) or not isinstance(items, (list, dict)):
        unknown = dict.fromkeys(variables, items)
        return combined(written(node)[:80], items, *(evaluated(names.within(**unknown), body) for body in bodies))
    pairs: list[tuple[Any, Value]] = list(items.items()) if isinstance(items, dict) else list(enumerate(items))
    results: list[tuple[Value, Value]] = []
    for key, value in pairs[: MAX_INSTANCES * 10]:
        local = names.within(
            **dict(zip(variables[-2:], (key, value) if len(variables) > 1 else (value,), strict=False))
        )
        if condition is not None and evaluated(local, parts_of(condition)[0]) in (False, "false"):
            continue
        made = [evaluated(local, body) for body in bodies]
        results.append((made[0], made[-1]))
    if node.type == "for_object_expr":
        return {
            key if isinstance(key, str) else key.text if isinstance(key, Unsure) else str(key): value
            for key, value in results
        }
    return [value for _, value in results]


HANDLED: dict[str, Callable[[Names, Node], Value]] = {
    "function_call": _call,
    "for_tuple_expr": _for,
    "for_object_expr": _for,
}
