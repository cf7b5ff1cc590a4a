"""Statements of IAM policies, wherever they stand: in roles, in policies beside them, in SAM's shorthand, in
Terraform's documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

import yaml

from data.estate.joining.places import Kept, Places
from data.estate.resource import Path, ReadResource, dig
from data.estate.structured import structured
from data.estate.values import ABSENT, Unsure, Value, references_in

_HERE = FilePath(__file__).parent


@lru_cache(maxsize=1)
def _templates() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load((_HERE / "sam_policies.yaml").read_text("utf-8"))
    return found


@dataclass(slots=True)
class Statement:
    """A statement that allows: its actions, the value of its resources, and where it stands."""

    actions: list[str]
    resource: Value
    by: Kept
    path: Path
    service: str | None = None


def statements_in(document: Value, by: Kept, path: Path, places: Places, depth: int = 0) -> Iterator[Statement]:
    """The allowing statements of a policy document, given as a mapping, as text, or by the address of a Terraform
    document."""
    if depth > 4:
        return
    for reference in references_in(document):
        read = places.data.get(reference.address) or places.data.get(reference.address.split("[")[0])
        if read is not None and read.type == "aws_iam_policy_document":
            yield from _terraform_document(read, by, path, places, depth)
    document = structured(document)
    if isinstance(document, Unsure):
        for option in document.options:
            yield from statements_in(option, by, path, places, depth + 1)
        return
    if isinstance(document, list):
        for inner in document:
            yield from statements_in(inner, by, path, places, depth + 1)
        return
    held = dig(document, ("Statement",)) if isinstance(document, dict) else ABSENT
    for number, statement in enumerate(held if isinstance(held, list) else [held]):
        for one in [statement, *(statement.options if isinstance(statement, Unsure) else ())]:
            if isinstance(one, dict) and one.get("Effect", "Allow") in ("Allow",):
                yield Statement(_actions(one.get("Action")), one.get("Resource"), by, (*path, "Statement", str(number)))


def _terraform_document(read: ReadResource, by: Kept, path: Path, places: Places, depth: int) -> Iterator[Statement]:
    held = read.properties.get("statement")
    shown = Kept(read, None, None)
    for statement in held if isinstance(held, list) else []:
        for one in [statement, *(statement.options if isinstance(statement, Unsure) else ())]:
            if isinstance(one, dict) and one.get("effect", "Allow") == "Allow":
                yield Statement(_actions(one.get("actions")), one.get("resources"), shown, ("statement", "resources"))
    for key in ("source_policy_documents", "override_policy_documents", "source_json", "override_json"):
        if key in read.properties:
            yield from statements_in(read.properties[key], by, path, places, depth + 1)


def _actions(value: Value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [action for item in value for action in _actions(item)]
    if isinstance(value, Unsure):
        return [action for option in value.options for action in _actions(option)]
    return []


def inline(kept: Kept, places: Places) -> Iterator[Statement]:
    """Statements in the policies that a role or a function itself holds."""
    properties = kept.read.properties
    for key in ("Policies", "inline_policy"):
        held = properties.get(key)
        for number, policy in enumerate(held if isinstance(held, list) else [held] if isinstance(held, dict) else []):
            if not isinstance(policy, dict):
                continue
            for name, inner in policy.items():
                if name in _templates() and isinstance(inner, dict):
                    template = _templates()[name]
                    yield Statement(
                        template["actions"], inner.get(template["name"]), kept, (key, name), template["service"]
                    )
            inner_key = next((name for name in ("PolicyDocument", "policy") if name in policy), None)
            path = (key, str(number), *((inner_key,) if inner_key else ()))
            yield from statements_in(policy[inner_key] if inner_key else policy, kept, path, places)
    for key in ("policy", "policies", "policy_json", "policy_jsons", "policy_statements"):
        if kept.read.origin == "module" and key in properties:
            yield from _module_policies(properties[key], kept, (key,), places)


def _module_policies(value: Value, kept: Kept, path: Path, places: Places) -> Iterator[Statement]:
    if isinstance(value, dict):
        for inner in value.values():
            if isinstance(inner, dict) and "actions" in inner:
                yield Statement(_actions(inner.get("actions")), inner.get("resources"), kept, path)
    else:
        yield from statements_in(value, kept, path, places)


def beside(kept: Kept, places: Places) -> Iterator[Statement]:
    """Statements of a policy resource of its own."""
    properties = kept.read.properties
    document = properties.get("PolicyDocument", properties.get("policy"))
    if document is not None:
        yield from statements_in(
            document, kept, ("PolicyDocument",) if "PolicyDocument" in properties else ("policy",), places
        )
