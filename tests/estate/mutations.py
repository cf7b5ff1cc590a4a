"""Templates that somebody got wrong: cut, doubled, shuffled, and with values of other types, always the same ones."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from cfnlint.decode.cfn_yaml import loads

from tests.estate.reading import INPUTS, files_of

_ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    3.5,
    "",
    "x" * 300,
    [],
    {},
    [[]],
    {"Ref": "Nobody"},
    {"Fn::GetAtt": "A"},
    {"Fn::If": ["x"]},
    {"Fn::Sub": [1]},
    ["a", {"b": None}],
    "${",
    "arn:aws:dynamodb:::table/x",
)
_PIECES = (
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    ":",
    "- ",
    "\n",
    "  ",
    "!Ref",
    "!Sub",
    "${",
    "&a ",
    "*a",
    "\t",
    "=",
    "null",
    "Resources",
    "\u2028",
    "<<:",
)


def mutated(number: int, seed: int = 20261127) -> Iterator[list[tuple[str, bytes]]]:
    """As many broken uploads as asked for."""
    chance = random.Random(seed)  # noqa: S311 (the same ones in every run)
    names = sorted(path.name for path in INPUTS.iterdir())
    originals = {name: files_of(name) for name in names}
    weights = [1 if any(file.endswith((".tf", ".hcl")) for file, _ in originals[name]) else 4 for name in names]
    for name in chance.choices(names, weights, k=number):
        files = list(originals[name])
        at = chance.randrange(len(files))
        file, content = files[at]
        text = content.decode("utf-8")
        changed = _structure(text, file, chance) if chance.random() < 0.7 else None
        files[at] = (file, (changed or _text(text, chance)).encode("utf-8", "replace"))
        yield files


def _text(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            text = text[:at]
        elif kind == 1:
            text = text[:at] + chance.choice(_PIECES) + text[at:]
        elif kind == 2:
            text = text[:at] + text[at + chance.randint(1, 20) :]
        elif kind == 3:
            lines = text.split("\n")
            chance.shuffle(lines)
            text = "\n".join(lines)
        else:
            text = text[:at] + text[max(0, at - 40) : at] + text[at:]
    return text


def _structure(text: str, file: str, chance: random.Random) -> str | None:
    if file.endswith((".json", ".tfstate")):
        data = json.loads(text)
    elif file.endswith(".yaml"):
        data = json.loads(json.dumps(loads(text)))  # tags in their long form
    else:
        return None
    places = list(_places(data))
    for _ in range(chance.randint(1, 3)):
        holder, key = chance.choice(places)
        if chance.random() < 0.2 and isinstance(holder, dict):
            holder.pop(key, None)
        elif isinstance(holder, dict) or key < len(holder):
            holder[key] = chance.choice(_ODD)
    return json.dumps(data)


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    for key, inner in list(node.items() if isinstance(node, dict) else enumerate(node)):
        yield node, key
        if isinstance(inner, (dict, list)):
            yield from _places(inner)
