"""What the policies of OpenSearch Serverless say of a collection, found by its name."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import Any

from data.estate.joining.places import Kept, Places
from data.estate.records import Setting
from data.estate.resource import dig
from data.estate.structured import structured
from data.estate.values import ABSENT, Unsure, Value, as_text


def collection_settings(kept: Kept, places: Places) -> tuple[Setting, ...]:
    """Whether a network policy opens the collection to the public; hidden where no policy for it is in the files."""
    name = _plain(_first(kept, "Name", "name"))
    for other in places.kept.values():
        if other.sort is None or other.sort.id != "opensearch-policy" or _first(other, "Type", "type") != "network":
            continue
        policy = structured(_first(other, "Policy", "policy"))
        for rule_set in policy if isinstance(policy, list) else [policy]:
            if isinstance(rule_set, dict) and _concerns(rule_set, name):
                public = rule_set.get("AllowFromPublic")
                line = other.read.line_at(("Policy",)) or other.read.line_at(("policy",)) or other.read.line
                if isinstance(public, Unsure):
                    return (
                        Setting(
                            name="public network policy",
                            state="depends",
                            text=public.text,
                            depends=public.depends,
                            options=(True, False),
                            line=line,
                        ),
                    )
                return (
                    Setting(
                        name="public network policy",
                        state="known",
                        value=public in (True, "true"),
                        text=f"by {other.read.name}",
                        line=line,
                    ),
                )
    return (
        Setting(name="public network policy", state="hidden", text="no network policy for it stands in these files"),
    )


def collections_of(policy: Kept, places: Places) -> list[str]:
    """The addresses of the collections that a policy names."""
    document = structured(_first(policy, "Policy", "policy"))
    sets = document if isinstance(document, list) else [document]
    names = {
        address: _plain(_first(kept, "Name", "name"))
        for address, kept in places.kept.items()
        if kept.sort is not None and kept.sort.id == "opensearch-collection"
    }
    return [
        address
        for address, name in names.items()
        if any(isinstance(one, dict) and _concerns(one, name) for one in sets)
    ]


def _first(kept: Kept, *keys: str) -> Value:
    return next((kept.read.properties[key] for key in keys if key in kept.read.properties), None)


def _plain(value: Value) -> str:
    return as_text(value, lambda part: part.text) if value is not None else ""


def _concerns(rule_set: dict[str, Any], name: str) -> bool:
    resources = dig(rule_set, ("Rules", "*", "Resource"))
    found = resources if isinstance(resources, list) else [] if resources is ABSENT else [resources]
    for one in found:
        pattern = re.sub(r"^(collection|index)/", "", _plain(one)).split("/")[0]
        if pattern and name and (fnmatchcase(name, pattern) or pattern == name):
            return True
    return False
