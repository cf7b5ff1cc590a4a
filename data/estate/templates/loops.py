"""`Fn::ForEach` in a template: each loop becomes the entries that it stands for, also inside other loops."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from data.estate.opening.limits import MAX_INSTANCES, MAX_RESOURCES
from data.estate.values import Value, as_text, with_default

LOOP = "Fn::ForEach::"


def unrolled(node: dict[Any, Any], value: Callable[[Any], Value]) -> dict[Any, Any]:
    """A mapping with its loops written out; `value` evaluates what is looped over.

    A loop over what nobody can know leaves its body as it is written.
    """
    found: dict[Any, Any] = {}
    for key, body in node.items():
        if not (isinstance(key, str) and key.startswith(LOOP) and isinstance(body, list) and len(body) == 3):
            found[key] = body
            continue
        variable, items, inner = body
        if not isinstance(inner, dict):
            continue
        known = _items(value(items))
        for made in [_filled(inner, str(variable), item) for item in known] if known else [inner]:
            found |= unrolled(made, value)
            if len(found) > 2 * MAX_RESOURCES:
                return found
    return found


def _items(value: Value) -> list[str]:
    """What is looped over, as texts; a list of a parameter is one text with commas."""
    known = with_default(value)
    if isinstance(known, str):
        return [part.strip() for part in known.split(",")]
    return [str(item) for item in known][:MAX_INSTANCES] if isinstance(known, list) else []


def _filled(node: Any, variable: str, item: str) -> Any:
    if isinstance(node, str):
        return (
            as_text(node, str)
            .replace("${" + variable + "}", item)
            .replace("&{" + variable + "}", re.sub(r"\W", "", item))
        )
    if isinstance(node, list):
        return [_filled(inner, variable, item) for inner in node]
    if isinstance(node, dict):
        if len(node) == 1 and node.get("Ref") == variable:
            return item
        return {_filled(key, variable, item): _filled(inner, variable, item) for key, inner in node.items()}
    return node
