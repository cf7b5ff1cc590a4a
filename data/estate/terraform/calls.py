"""Function calls and loops of Terraform's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lark import Tree

from data.estate.opening.limits import MAX_INSTANCES
from data.estate.terraform.expressions import filled
from data.estate.terraform.functions import FUNCTIONS, KEPT, Unknown, called
from data.estate.terraform.syntax import Names, evaluated, parts_of, written
from data.estate.values import Unsure, Value, combined, is_sure


def _call(names: Names, node: Tree[Any]) -> Value:
    name = str(parts_of(node)[0].children[0])
    arguments = next((child for child in parts_of(node) if child.data == "arguments"), None)
    given = [evaluated(names, child) for child in parts_of(arguments)] if arguments is not None else []
    if (
        arguments is not None
        and any(str(child) == "..." for child in arguments.children)
        and given
        and isinstance(given[-1], list)
    ):
        given[-1:] = given[-1]
    text = written(names, node)
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
    return filled(Names(content, lambda steps, said: Unsure(said), names.file_text, names.parse, variables), content)


def _for(names: Names, node: Tree[Any]) -> Value:
    inner = parts_of(node)
    intro = parts_of(inner[0])
    variables = [str(child.children[0]) for child in intro[:-1]]
    items = evaluated(names, intro[-1])
    condition = next((child for child in inner if child.data == "for_cond"), None)
    bodies = [child for child in inner[1:] if child.data != "for_cond"]
    if isinstance(items, Unsure) or not isinstance(items, (list, dict)):
        unknown = dict.fromkeys(variables, items)
        return combined(
            written(names, node)[:80], items, *(evaluated(names.within(**unknown), body) for body in bodies)
        )
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
    if str(node.data) == "for_object_expr":
        return {
            key if isinstance(key, str) else key.text if isinstance(key, Unsure) else str(key): value
            for key, value in results
        }
    return [value for _, value in results]


HANDLED: dict[str, Callable[[Names, Tree[Any]], Value]] = {
    "function_call": _call,
    "for_tuple_expr": _for,
    "for_object_expr": _for,
}
