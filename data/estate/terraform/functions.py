"""The functions of Terraform that decide what is there and what is joined: evaluated when all they are given is
known."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable
from typing import Any

import yaml

from data.estate.values import Value, as_text

_MAX_ITEMS = 2000


class Unknown(Exception):
    """The function cannot be evaluated here."""


def _merge(*maps: Any) -> Any:
    return {key: value for one in maps if isinstance(one, dict) for key, value in one.items()}


def _flatten(items: Any) -> list[Any]:
    if not isinstance(items, list):
        raise Unknown
    return [inner for item in items for inner in (_flatten(item) if isinstance(item, list) else [item])]


def _lookup(table: Any, key: Any, *default: Any) -> Any:
    if isinstance(table, dict) and key in table:
        return table[key]
    if not default:
        raise Unknown
    return default[0]


def _set(items: Any) -> Any:
    values = list(items.values()) if isinstance(items, dict) else items
    if not isinstance(values, list):
        raise Unknown
    return [value for number, value in enumerate(values) if value not in values[:number]]


def _number(value: Any) -> Any:
    text = str(value)
    return int(text) if text.lstrip("-").isdigit() else float(text)


def _bool(value: Any) -> Any:
    if str(value).lower() not in ("true", "false"):
        raise Unknown
    return str(value).lower() == "true"


def _element(items: Any, number: Any) -> Any:
    return items[int(number) % len(items)]


def _format(pattern: Any, *values: Any) -> Any:
    text = str(pattern)
    for value in values:
        for mark in ("%s", "%d", "%v", "%q"):
            if mark in text:
                text = text.replace(mark, str(value), 1)
                break
    return text


def _range(*bounds: Any) -> Any:
    numbers = range(*(int(bound) for bound in bounds))
    if len(numbers) > _MAX_ITEMS:
        raise Unknown
    return list(numbers)


def _setproduct(*lists: Any) -> Any:
    found: list[list[Any]] = [[]]
    for items in lists:
        found = [[*one, item] for one in found for item in items]
        if len(found) > _MAX_ITEMS:
            raise Unknown
    return found


def _same(value: Any, *_: Any) -> Any:
    return value


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "toset": _set,
    "tolist": lambda items: list(items.values()) if isinstance(items, dict) else items,
    "tomap": _same,
    "tostring": lambda value: as_text(value, str),
    "tonumber": _number,
    "tobool": _bool,
    "sensitive": _same,
    "nonsensitive": _same,
    "merge": _merge,
    "concat": lambda *lists: [item for items in lists for item in items],
    "flatten": _flatten,
    "distinct": _set,
    "compact": lambda items: [item for item in items if item not in (None, "")],
    "keys": sorted,
    "values": lambda table: [table[key] for key in sorted(table)],
    "length": len,
    "lookup": _lookup,
    "element": _element,
    "contains": lambda items, item: item in items,
    "index": lambda items, item: items.index(item),
    "one": lambda items: items[0] if items else None,
    "zipmap": lambda keys, values: dict(zip(keys, values, strict=True)),
    "reverse": lambda items: items[::-1],
    "slice": lambda items, first, last: items[int(first) : int(last)],
    "sort": sorted,
    "range": _range,
    "setproduct": _setproduct,
    "setunion": lambda *lists: _set([item for items in lists for item in items]),
    "setsubtract": lambda one, other: [item for item in one if item not in other],
    "lower": lambda text: str(text).lower(),
    "upper": lambda text: str(text).upper(),
    "title": lambda text: str(text).title(),
    "trimspace": lambda text: str(text).strip(),
    "trimprefix": lambda text, part: str(text).removeprefix(str(part)),
    "trimsuffix": lambda text, part: str(text).removesuffix(str(part)),
    "replace": lambda text, old, new: str(text).replace(str(old), str(new)),
    "split": lambda mark, text: str(text).split(str(mark)),
    "join": lambda mark, items: str(mark).join(as_text(item, str) for item in items),
    "format": _format,
    "startswith": lambda text, part: str(text).startswith(str(part)),
    "endswith": lambda text, part: str(text).endswith(str(part)),
    "max": max,
    "min": min,
    "abs": abs,
    "ceil": lambda number: -int(-number // 1),
    "floor": lambda number: int(number // 1),
    "basename": lambda text: posixpath.basename(str(text)),
    "dirname": lambda text: posixpath.dirname(str(text)),
    "jsondecode": lambda text: json.loads(str(text)),
    "yamldecode": lambda text: yaml.load(str(text), yaml.CSafeLoader),
    "alltrue": lambda items: all(item is True or item == "true" for item in items),
    "anytrue": lambda items: any(item is True or item == "true" for item in items),
}
KEPT = {
    "jsonencode",
    "yamlencode",
    "base64encode",
    "sensitive",
    "nonsensitive",
    "tostring",
    "tolist",
    "tomap",
    "base64gzip",
    "urlencode",
}
NOT_HERE = {
    "timestamp",
    "uuid",
    "filebase64sha256",
    "filemd5",
    "filesha256",
    "sha256",
    "md5",
    "bcrypt",
    "plantimestamp",
    "filebase64",
}


def called(name: str, arguments: list[Value]) -> Value:
    """The result of a function on known values.

    Errors: Unknown where it cannot be told.
    """
    function = FUNCTIONS.get(name)
    if function is None:
        raise Unknown
    try:
        result = function(*arguments)
    except (
        TypeError,
        ValueError,
        KeyError,
        IndexError,
        AttributeError,
        ZeroDivisionError,
        RecursionError,
        OverflowError,
        yaml.YAMLError,
    ) as error:
        raise Unknown from error
    if isinstance(result, str) and len(result) > 1_000_000:
        raise Unknown
    return result
