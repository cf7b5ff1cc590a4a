"""What a resource may do to another by the policies of its role."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

import yaml

from data.estate.joining.arrows import Arrows, catalog_arrow
from data.estate.joining.places import End, Kept, Places
from data.estate.joining.policies import Statement, beside, inline
from data.estate.values import Unsure, Value, references_in

_VERBS = ("streams", "read", "write", "query", "start", "use")
_SAYS = {"streams": "may read its stream", "start": "may start it", "use": "may use it"}
_MANY = 6  # resources that `*` still names one by one


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(FilePath(__file__).with_name("actions.yaml").read_text("utf-8"))
    return found


def meanings(actions: list[str]) -> dict[str, set[str]]:
    """For each service, what the actions may do to it."""
    found: dict[str, set[str]] = {}
    for action in actions:
        prefix, _, name = action.partition(":")
        entry = _table().get(prefix.lower())
        if entry is None or not name:
            continue
        for verb in _VERBS:
            if any(_fits(known.lower(), name.lower(), exactly=verb == "streams") for known in entry.get(verb, ())):
                found.setdefault(entry["service"], set()).add(verb)
    return found


def _fits(known: str, name: str, exactly: bool) -> bool:
    """Whether an action is meant; a stream is read by whoever names its actions, not by everybody with a star."""
    return fnmatchcase(name, known) or (not exactly and fnmatchcase(known, name))


def add_permissions(arrows: Arrows) -> None:
    """An arrow from each user of a role to each resource that the role's statements name."""
    places = arrows.places
    users = _users(places)
    for address, statements in _statements(places).items():
        for statement in statements:
            for user in users.get(address, ()):
                _add(arrows, user, statement)


def _users(places: Places) -> dict[str, list[Kept]]:
    """The resources that work with each role; a function with policies of its own works with itself."""
    found: dict[str, list[Kept]] = {}
    for kept in places.kept.values():
        if kept.sort is None or kept.sort.fate != "map" or kept.read.exists is False:
            continue
        if kept.read.type == "AWS::Serverless::Function" or kept.read.origin == "module":
            found.setdefault(kept.read.address, []).append(kept)
        values = [value for pair in (kept.sort.role, kept.sort.roles) if pair for _, value in places.at(kept, pair)]
        if kept.sort.id == "osis-pipeline":
            values.append(
                [kept.read.properties.get(key) for key in ("PipelineConfigurationBody", "pipeline_configuration_body")]
            )
        for reference in references_in(values):
            for address in places.resources(reference):
                for role in _roles_behind(places, address):
                    if kept not in found.setdefault(role, []):
                        found[role].append(kept)
    return found


def _roles_behind(places: Places, address: str) -> list[str]:
    kept = places.kept[address]
    if kept.sort is not None and kept.sort.id == "role":
        return [address]
    values = [kept.read.properties.get(key) for key in ("Roles", "role", "RoleName")]
    return [one for ref in references_in(values) for one in places.resources(ref) if _is_role(places, one)]


def _is_role(places: Places, address: str) -> bool:
    sort = places.kept[address].sort
    return sort is not None and sort.id == "role"


def _statements(places: Places) -> dict[str, list[Statement]]:
    """The statements that each role, or function with its own policies, has."""
    found: dict[str, list[Statement]] = {}
    own: dict[str, list[Statement]] = {}
    for address, kept in places.kept.items():
        if kept.sort is None:
            continue
        if kept.sort.id in ("role", "lambda-function") or kept.read.origin == "module":
            found.setdefault(address, []).extend(inline(kept, places))
        elif kept.sort.id == "iam-part":
            own[address] = list(beside(kept, places))
            for role in _roles_behind(places, address):
                found.setdefault(role, []).extend(own[address])
    for address, kept in places.kept.items():
        if kept.sort is None:
            continue
        properties = kept.read.properties
        if "policy_arn" in properties:
            attached = [one for ref in references_in(properties["policy_arn"]) for one in places.resources(ref)]
            for role in _roles_behind(places, address):
                for policy in attached:
                    found.setdefault(role, []).extend(own.get(policy, ()))
        if kept.sort.id == "role":
            for ref in references_in([properties.get("ManagedPolicyArns"), properties.get("managed_policy_arns")]):
                for policy in places.resources(ref):
                    found.setdefault(address, []).extend(own.get(policy, ()))
    return found


def _add(arrows: Arrows, user: Kept, statement: Statement) -> None:
    for service, verbs in meanings(statement.actions).items():
        for verb in sorted(verbs, key=_VERBS.index):
            for target, value in _targets(arrows.places, statement, service):
                _draw(arrows, user, statement, verb, verbs, target, value)


def _draw(
    arrows: Arrows, user: Kept, statement: Statement, verb: str, verbs: set[str], target: End, value: Value
) -> None:
    own = End(user.read.address, user.service)
    if verb == "streams":
        if catalog_arrow("dynamodb-streams", own.service) or not arrows.joined(target.address, own.address):
            arrows.add(
                End(target.address, "dynamodb-streams"), own, "may", _SAYS[verb], statement.by, statement.path, value
            )
        return
    if target.service == "dynamodb-streams":
        return
    doing = [one for one in ("read", "write", "query") if one in verbs]
    says = _SAYS.get(verb) or f"may {' and '.join(doing)} it"
    reads_only = verbs - {"streams"} <= {"read"}
    source, end = (
        (target, own)
        if reads_only and catalog_arrow(target.service, own.service) and not catalog_arrow(own.service, target.service)
        else (own, target)
    )
    arrows.add(source, end, "may", says if source is own else "may be read", statement.by, statement.path, value)


_NEAR = {
    "rds": ("rds", "aurora", "rds-proxy"),
    "redshift": ("redshift", "redshift-serverless"),
    "opensearch": ("opensearch",),
    "dynamodb": ("dynamodb", "dynamodb-streams"),
}


def _targets(places: Places, statement: Statement, service: str) -> list[tuple[End, Value]]:
    allowed = _NEAR.get(service, (service,))
    found: list[tuple[End, Value]] = []
    for value in statement.resource if isinstance(statement.resource, list) else [statement.resource]:
        if value == "*" or (
            isinstance(value, str)
            and value.endswith((":*", "table/*", "/*/*"))
            and value.count("*") > 0
            and not places.ends(value, service)
        ):
            everyone = [
                kept
                for kept in places.kept.values()
                if kept.service in allowed and kept.sort is not None and kept.sort.fate == "map"
            ]
            if len(everyone) <= _MANY:
                found += [(End(kept.read.address, kept.service), value) for kept in everyone]
            continue
        ends = places.ends(_undecorated(value), service)
        found += [(end, value) for end in ends if end.service in allowed]
    return found


def _undecorated(value: Value) -> Value:
    """`${Table.Arn}/index/*` as the table."""
    return (
        Unsure(value.text, references_in(value), value.depends if not references_in(value) else ())
        if isinstance(value, Unsure)
        else value
    )
