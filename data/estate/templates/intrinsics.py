"""Intrinsic functions of CloudFormation, evaluated as far as the template decides them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from data.estate.opening.redact import is_secret
from data.estate.templates import lists
from data.estate.templates.loops import LOOP, unrolled
from data.estate.templates.truths import brief, joined, named
from data.estate.values import (
    ABSENT,
    Reference,
    Unsure,
    Value,
    combined,
    is_sure,
    secret,
    text_of,
    with_default,
)

_SUB = re.compile(r"\$\{([^!{}][^{}]*)\}")
_LOOPED = ("Resources", "Conditions", "Outputs")


@dataclass
class Scope:
    """What a template's expressions may mention. `address` makes an address of a logical id; `given` are values of
    parameters that were handed in."""

    template: dict[str, Any]
    address: Callable[[str], str]
    given: dict[str, Value] = field(default_factory=dict)
    output_of: Callable[[str, str], Value] = lambda _resource, _output: ABSENT
    _sections: dict[str, dict[str, Any]] = field(default_factory=dict)
    _busy: set[str] = field(default_factory=set)
    _depth: int = 0

    def section(self, name: str) -> dict[str, Any]:
        """A section of the template with its loops written out, empty where it is missing or malformed."""
        if name not in self._sections:
            found = self.template.get(name)
            self._sections[name] = found if isinstance(found, dict) else {}
            if name in _LOOPED:
                self._sections[name] = unrolled(self._sections[name], self.value)
        return self._sections[name]

    def value(self, node: Any) -> Value:
        """The value of a node."""
        if isinstance(node, dict):
            if len(node) == 1:
                (name, inner), *_ = node.items()
                function = FUNCTIONS.get(name) if isinstance(name, str) else None
                if function is not None:
                    return function(self, inner)
                if isinstance(name, str) and name.startswith("Fn::") and not name.startswith(LOOP):
                    return combined(f"!{name[4:]}", self.value(inner))
            found = {str(key): self.value(inner) for key, inner in unrolled(node, self.value).items()}
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


def _plain(scope: Scope, node: Any) -> Any:
    """A name as it is written, or what a function makes of it, as AWS::LanguageExtensions allows."""
    return scope.value(node) if isinstance(node, dict) else node


def _ref(scope: Scope, name: Any) -> Value:
    name = _plain(scope, name)
    if isinstance(name, (Unsure, dict, list)):
        return combined("!Ref", name)
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
    parts = (
        inner.split(".", 1)
        if isinstance(inner, str)
        else [_plain(scope, part) for part in inner]
        if isinstance(inner, list)
        else []
    )
    if len(parts) < 2 or not isinstance(parts[0], str):
        return combined("!GetAtt", scope.value(parts))
    name, attribute = str(parts[0]), ".".join(str(part) for part in parts[1:] if isinstance(part, str))
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


FUNCTIONS: dict[str, Callable[[Scope, Any], Value]] = {
    "Ref": _ref,
    "Fn::GetAtt": _get_att,
    "Fn::Sub": _sub,
    "Fn::Join": lists.join,
    "Fn::If": lists.chosen,
    "Fn::FindInMap": lists.find_in_map,
    "Fn::Select": lists.select,
    "Fn::Split": lists.split,
    "Fn::ImportValue": lists.imported,
    "Fn::ToJsonString": Scope.value,
    "Fn::Base64": Scope.value,
    "Condition": lambda scope, inner: scope.condition(inner) if isinstance(inner, str) else scope.value(inner),
}
