"""Terraform's JSON: plans and states as `terraform show -json` writes them, and raw state of version 4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from data.estate.opening.recognise import Document
from data.estate.opening.refused import Refused
from data.estate.resource import Reading, ReadResource
from data.estate.terraform.mentions import Mentioned, Mentions, dicts
from data.estate.values import Reference, Unsure, Value, secret

_ACTIONS: dict[tuple[str, ...], str] = {
    ("no-op",): "unchanged",
    ("create",): "created",
    ("update",): "changed",
    ("delete",): "deleted",
    ("read",): "unchanged",
}


def read_plan(document: Document, reading: Reading) -> None:
    """Add every resource of a plan as it will be, and the deleted ones as they were."""
    data = document.data
    modules = _root(data, "planned_values")
    changes = {
        item["address"]: item for item in dicts(data.get("resource_changes")) if isinstance(item.get("address"), str)
    }
    mentions = Mentions(_root(data, "configuration"))
    line = _lines(document.text)
    seen: set[str] = set()
    for item in _resources(modules):
        address = str(item.get("address"))
        seen.add(address)
        change = changes.get(address, {}).get("change") or {}
        values = _overlaid(
            item.get("values"),
            change.get("after_unknown"),
            change.get("after_sensitive") or item.get("sensitive_values"),
        )
        found = mentions.at(address)
        resource = _made(document.name, item, found.placed(values), line, found)
        resource.action = _action(change.get("actions"))
        before = change.get("before")
        resource.before = _overlaid(before, None, change.get("before_sensitive")) if isinstance(before, dict) else None
        reading.resources.append(resource)
    for address, item in changes.items():
        change = item["change"] if isinstance(item.get("change"), dict) else {}
        if (
            address not in seen
            and _action(change.get("actions")) == "deleted"
            and isinstance(change.get("before"), dict)
        ):
            resource = _made(
                document.name, item, _overlaid(change["before"], None, change.get("before_sensitive")), line, None
            )
            resource.action, resource.exists, resource.before = "deleted", False, resource.properties
            reading.resources.append(resource)
    if not seen and not changes:
        reading.tell(
            document.name,
            None,
            "The plan holds no resources; make it with terraform plan -out=plan and terraform show -json plan.",
        )


def read_state(document: Document, reading: Reading) -> None:
    """Add every resource of a state that `terraform show -json` wrote."""
    line = _lines(document.text)
    for item in _resources(_root(document.data, "values")):
        values = _overlaid(item.get("values"), None, item.get("sensitive_values"))
        resource = _made(document.name, item, values, line, None)
        resource.depends_on = tuple(
            Reference(str(name)) for name in item.get("depends_on") or [] if isinstance(name, str)
        )
        reading.resources.append(resource)


def read_raw_state(document: Document, reading: Reading) -> None:
    """Add every resource of a state file as Terraform keeps it.

    Errors: Refused for versions before 4.
    """
    data = document.data
    if data.get("version") != 4:
        version = str(data.get("version"))[:10]
        raise Refused(f"The state has version {version}; send the output of terraform show -json.", document.name)
    line = _lines(document.text, '"name": "{}"')
    for item in dicts(data.get("resources")):
        module = str(item["module"]) + "." if isinstance(item.get("module"), str) else ""
        base = f"{module}{'data.' if item.get('mode') == 'data' else ''}{item.get('type')}.{item.get('name')}"
        for instance in dicts(item.get("instances")):
            key = instance.get("index_key")
            suffix = "" if key is None else f"[{key}]" if isinstance(key, int) else f'["{key}"]'
            hidden = {
                _first_name(path): True for path in instance.get("sensitive_attributes") or [] if _first_name(path)
            }
            attributes = instance.get("attributes") if isinstance(instance.get("attributes"), dict) else {}
            entry = {**item, "address": base + suffix, "name": f"{item.get('name')}{suffix}"}
            resource = _made(document.name, entry, _overlaid(attributes, None, hidden), line, None)
            resource.line = line(str(item.get("name")))
            resource.depends_on = tuple(
                Reference(name) for name in instance.get("dependencies") or [] if isinstance(name, str)
            )
            reading.resources.append(resource)


def _made(
    file: str, item: dict[str, Any], values: dict[str, Value], line: Any, found: Mentioned | None
) -> ReadResource:
    address = str(item.get("address"))
    where = line(address)
    index = item.get("index")
    suffix = "" if index is None else f"[{index}]" if isinstance(index, int) else f'["{index}"]'
    name = str(item.get("name"))
    return ReadResource(
        address=address,
        name=name if name.endswith(suffix) else name + suffix,
        type=str(item.get("type")),
        file=file,
        line=where,
        properties=values if isinstance(values, dict) else {},
        line_at=lambda _path: where,
        module=_module_of(address),
        depends_on=found.depends if found else (),
        origin="data" if item.get("mode") == "data" else "managed",
        code=False,
    )


def _module_of(address: str) -> str:
    found = re.match(r"(module\.[^.\[]+(\[[^\]]*\])?\.)+", address)
    return found[0].rstrip(".") if found else ""


def _action(actions: Any) -> str | None:
    if not isinstance(actions, list):
        return None
    known = _ACTIONS.get(tuple(str(action) for action in actions))
    return "replaced" if known is None and "delete" in actions and "create" in actions else known


def _first_name(path: Any) -> str:
    first = path[0] if isinstance(path, list) and path else path
    value = first.get("value") if isinstance(first, dict) else first
    return value if isinstance(value, str) else ""


def _root(data: dict[str, Any], key: str) -> dict[str, Any]:
    values = data.get(key)
    root = values.get("root_module") if isinstance(values, dict) else None
    return root if isinstance(root, dict) else {}


def _resources(module: dict[str, Any]) -> Iterator[dict[str, Any]]:
    waiting = [module]
    while waiting:
        one = waiting.pop(0)
        yield from (item for item in dicts(one.get("resources")) if isinstance(item.get("type"), str))
        waiting += dicts(one.get("child_modules"))


def _overlaid(values: Any, unknown: Any, hidden: Any) -> Any:
    """Values with what is known only after apply, and what is sensitive, marked as such."""
    if hidden is True:
        return secret("sensitive value")
    if unknown is True:
        return Unsure("known after apply")
    if isinstance(values, dict) or isinstance(unknown, dict):
        values = values if isinstance(values, dict) else {}
        unknown = unknown if isinstance(unknown, dict) else {}
        hidden = hidden if isinstance(hidden, dict) else {}
        found = {key: _overlaid(values.get(key), unknown.get(key), hidden.get(key)) for key in {**values, **unknown}}
        return {key: value for key, value in found.items() if value is not None}
    if isinstance(values, list):
        unknown = unknown if isinstance(unknown, list) else []
        hidden = hidden if isinstance(hidden, list) else []
        marks = zip_longest(values, unknown[: len(values)], hidden[: len(values)])
        return [_overlaid(item, unseen, secretly) for item, unseen, secretly in marks]
    return values


def _lines(text: str, pattern: str = '"address": "{}"') -> Any:
    """A function from an address to the line on which it stands; None in a text of one line."""
    if text.count("\n") < 3:
        return lambda _address: None
    found: dict[str, int] = {}
    key = pattern.split('"')[1]
    for number, line in enumerate(text.split("\n"), 1):
        match = re.match(rf'\s*"{key}":\s*"((?:[^"\\]|\\.)*)"', line)
        if match:
            found.setdefault(match[1].replace('\\"', '"'), number)
    return found.get
