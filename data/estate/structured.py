"""Documents inside a text: policies and pipelines written as JSON or YAML, with expressions in them."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from data.estate.opening.limits import MAX_DEPTH
from data.estate.opening.recognise import nested_deeper
from data.estate.values import Unsure, Value, as_text, text_of

_MARK = re.compile(r"xREFx(\d+)x")


def structured(value: Value) -> Value:
    """The value as nested lists and mappings; what is no such document stays as it is."""
    if isinstance(value, (dict, list)):
        return value
    if isinstance(value, Unsure) and not value.pieces:
        return value
    held: list[Unsure] = []

    def mark(part: Unsure) -> str:
        held.append(part)
        return f"xREFx{len(held) - 1}x"

    text = as_text(value, mark)
    found = _loaded(text)
    return value if found is None else _restored(found, held)


def _loaded(text: str) -> Any:
    if len(text) > 500_000 or (text.count("&") > 200 and text.count("*") > 200):
        return None
    try:
        found = json.loads(text) if text.lstrip()[:1] in ("{", "[") else yaml.load(text, yaml.CSafeLoader)
    except (ValueError, yaml.YAMLError, RecursionError, TypeError, AttributeError):
        return None
    return found if isinstance(found, (dict, list)) and not nested_deeper(found, MAX_DEPTH) else None


def _restored(node: Any, held: list[Unsure], depth: int = 0) -> Value:
    if isinstance(node, str):
        if "xREFx" not in node:
            return node
        pieces: list[Value] = []
        at = 0
        for found in _MARK.finditer(node):
            pieces += [node[at : found.start()]] if found.start() > at else []
            pieces.append(held[int(found[1])] if int(found[1]) < len(held) else found[0])
            at = found.end()
        return text_of([*pieces, node[at:]] if at < len(node) else pieces)
    if depth > MAX_DEPTH:
        return None
    if isinstance(node, dict):
        return {_key(key, held): _restored(inner, held, depth + 1) for key, inner in node.items()}
    if isinstance(node, list):
        return [_restored(inner, held, depth + 1) for inner in node]
    return node


def _key(key: Any, held: list[Unsure]) -> str:
    return _MARK.sub(lambda found: held[int(found[1])].text if int(found[1]) < len(held) else found[0], str(key))
