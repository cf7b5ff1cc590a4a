"""Intrinsic functions of CloudFormation, evaluated as far as the template decides them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from data.estate.opening.redact import is_secret
from data.estate.templates.truths import brief, joined, named
from data.estate.values import (
    ABSENT,
    LEFT_OUT,
    Reference,
    Unsure,
    Value,
    applied,
    as_text,
    combined,
    is_sure,
    secret,
    text_of,
    with_default,
)

_SUB = re.compile(r"\$\{([^!{}][^{}]*)\}")
_MAX_SPLIT = 200


@dataclass
class Scope:
    """What a template's expressions may mention. `address` makes an address of a logical id; `given` are values of
    parameters that were handed in."""

    template: dict[str, Any]
    address: Callable[[str], str]
    given: dict[str, Value] = field(default_factory=dict)
    output_of: Callable[[str, str], Value] = lambda _resource, _output: ABSENT
    _busy: set[str] = field(default_factory=set)
    _depth: int = 0

    def section(self, name: str) -> dict[str, Any]:
        """A section of the template, empty where it is missing or malformed."""
        found = self.template.get(name)
        return found if isinstance(found, dict) else {}

    def value(self, node: Any) -> Value:
        """The value of a node."""
        if isinstance(node, dict):
            if len(node) == 1:
                (name, inner), *_ = node.items()
                function = FUNCTIONS.get(name) if isinstance(name, str) else None
                if function is not None:
                    return function(self, inner)
                if isinstance(name, str) and name.startswith("Fn::"):
                    return combined(f"!{name[4:]}", self.value(inner))
            found = {str(key): self.value(inner) for key, inner in node.items()}
            return {key: inner for key, inner in found.items() if inner is not ABSENT}
        if isinstance(node, list):
            return [inner for inner in map(self.value, node) if inner is not ABSENT]
        return (
            str(node)
            if isinstance(node, str)
            else node
            if isinstance(node, (bool, int, float, type(None)))
            else str(node)
        )

    def condition(self, name: str) -> Value:
        """Whether a condition holds: True, False, or what it depends on."""
        if name in self._busy or name not in self.section("Conditions"):
            return Unsure(name, depends=(name,), options=(True, False))
        self._busy.add(name)
        try:
            return named(name, self.test(self.section("Conditions")[name]))
        finally:
            self._busy.discard(name)

    def test(self, node: Any) -> Value:
        """The truth of a condition's expression."""
        if not isinstance(node, dict) or len(node) != 1:
            return Unsure("condition", options=(True, False))
        (name, inner), *_ = node.items()
        if name == "Condition":
            return self.condition(str(inner))
        parts = inner if isinstance(inner, list) else [inner]
        if name == "Fn::Equals" and len(parts) == 2:
            left, right = (self.value(part) for part in parts)
            if is_sure(left) and is_sure(right):
                return str(left) == str(right)
            one, other = with_default(left), with_default(right)
            default = ABSENT if one is ABSENT or other is ABSENT else str(one) == str(other)
            made = combined(f"!Equals [{brief(left)}, {brief(right)}]", left, right)
            return Unsure(made.text, made.refs, made.depends, (True, False), default)
        found = [self.test(part) for part in parts]
        return joined(name, found)


def _ref(scope: Scope, name: Any) -> Value:
    name = str(name)
    if name == "AWS::NoValue":
        return ABSENT
    if name.startswith("AWS::"):
        return Unsure(f"!Ref {name}", depends=(name,))
    parameter = scope.section("Parameters").get(name)
    if isinstance(parameter, dict):
        if str(parameter.get("NoEcho", "")).lower() == "true" or is_secret(name):
            return secret(name, written=bool(parameter.get("Default")))
        if name in scope.given:
            return scope.given[name]
        allowed = parameter.get("AllowedValues")
        default = parameter.get("Default", ABSENT)
        default = str(default).lower() if isinstance(default, bool) else default if default is ABSENT else str(default)
        options = (
            tuple(str(item).lower() if isinstance(item, bool) else str(item) for item in allowed)
            if isinstance(allowed, list)
            else ()
        )
        return Unsure(f"!Ref {name}", depends=(name,), options=options, default=default)
    if name in scope.section("Resources"):
        return Unsure(f"!Ref {name}", refs=(Reference(scope.address(name)),))
    return Unsure(f"!Ref {name}", depends=(name,))


def _get_att(scope: Scope, inner: Any) -> Value:
    parts = inner.split(".", 1) if isinstance(inner, str) else inner if isinstance(inner, list) else []
    if len(parts) < 2 or not isinstance(parts[0], str):
        return combined("!GetAtt", scope.value(parts))
    name, attribute = str(parts[0]), ".".join(str(part) for part in parts[1:] if not isinstance(part, dict))
    if attribute.startswith("Outputs."):
        found = scope.output_of(name, attribute[8:])
        if found is not ABSENT:
            return found
    return Unsure(f"!GetAtt {name}.{attribute}", refs=(Reference(scope.address(name), attribute),))


def _sub(scope: Scope, inner: Any) -> Value:
    template, names = (
        (inner, {}) if not isinstance(inner, list) else (inner[0] if inner else "", inner[1] if len(inner) > 1 else {})
    )
    if not isinstance(template, str):
        return combined("!Sub", scope.value(template))
    local = names if isinstance(names, dict) else {}
    pieces: list[Value] = []
    at = 0
    for found in _SUB.finditer(template):
        pieces.append(template[at : found.start()].replace("${!", "${"))
        name = found[1].strip()
        if name in local:
            pieces.append(scope.value(local[name]))
        elif "." in name:
            pieces.append(_get_att(scope, name))
        else:
            pieces.append(_ref(scope, name))
        at = found.end()
    pieces.append(template[at:].replace("${!", "${"))
    return text_of([piece for piece in pieces if piece not in ("", ABSENT)])


def _join(scope: Scope, inner: Any) -> Value:
    if not isinstance(inner, list) or len(inner) != 2:
        return combined("!Join", scope.value(inner))
    between, items = str(inner[0]), scope.value(inner[1])
    if not isinstance(items, list):
        return combined("!Join", items)
    pieces: list[Value] = []
    for number, item in enumerate(items):
        pieces += [between, item] if number and between else [item]
    return text_of(pieces) if pieces else ""


def _if(scope: Scope, inner: Any) -> Value:
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


def _find_in_map(scope: Scope, inner: Any) -> Value:
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


def _select(scope: Scope, inner: Any) -> Value:
    if isinstance(inner, list) and len(inner) == 2:
        number, items = scope.value(inner[0]), scope.value(inner[1])
        if str(number).isdigit() and isinstance(items, list) and int(number) < len(items):
            return items[int(number)]
        return combined("!Select", items)
    return combined("!Select", scope.value(inner))


def _split(scope: Scope, inner: Any) -> Value:
    if isinstance(inner, list) and len(inner) == 2:
        mark, text = str(inner[0]), scope.value(inner[1])
        if isinstance(text, str) and mark:
            return text.split(mark)[:_MAX_SPLIT]
        return applied(text, lambda known: str(known).split(mark)[:_MAX_SPLIT] if mark else known, "!Split")
    return combined("!Split", scope.value(inner))


def _import(scope: Scope, inner: Any) -> Value:
    name = scope.value(inner)
    shown = as_text(name, lambda part: "${" + part.text.removeprefix("!Ref ").removeprefix("!GetAtt ") + "}")
    return Unsure(f"!ImportValue {shown}", refs=(Reference(f"import:{shown}"),), depends=())


FUNCTIONS: dict[str, Callable[[Scope, Any], Value]] = {
    "Ref": _ref,
    "Fn::GetAtt": _get_att,
    "Fn::Sub": _sub,
    "Fn::Join": _join,
    "Fn::If": _if,
    "Fn::FindInMap": _find_in_map,
    "Fn::Select": _select,
    "Fn::Split": _split,
    "Fn::ImportValue": _import,
    "Fn::ToJsonString": Scope.value,
    "Fn::Base64": Scope.value,
    "Condition": lambda scope, inner: scope.condition(inner) if isinstance(inner, str) else scope.value(inner),
}
