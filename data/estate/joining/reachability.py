"""Who may reach whom by the rules of security groups."""

from __future__ import annotations

from dataclasses import dataclass

from data.estate.joining.arrows import Arrows
from data.estate.joining.places import End, Kept, Places
from data.estate.resource import Path
from data.estate.values import Value, references_in

_RULES = {
    "AWS::EC2::SecurityGroupIngress": ("GroupId", ("SourceSecurityGroupId",), True),
    "AWS::EC2::SecurityGroupEgress": ("GroupId", ("DestinationSecurityGroupId",), False),
    "aws_vpc_security_group_ingress_rule": ("security_group_id", ("referenced_security_group_id",), True),
    "aws_vpc_security_group_egress_rule": ("security_group_id", ("referenced_security_group_id",), False),
    "aws_security_group_rule": ("security_group_id", ("source_security_group_id",), True),
}
_INSIDE = (
    ("SecurityGroupIngress", "SourceSecurityGroupId", True),
    ("SecurityGroupEgress", "DestinationSecurityGroupId", False),
    ("ingress", "security_groups", True),
    ("egress", "security_groups", False),
)
_CALLERS = {"lambda", "ec2", "glue", "rds-proxy", "opensearch-ingestion"}


@dataclass(slots=True)
class _Rule:
    source: list[str]
    target: list[str]
    port: str
    by: Kept
    path: Path
    value: Value


def add_reachability(arrows: Arrows) -> None:
    """An arrow from each caller in a group to each store in a group that lets it in."""
    places = arrows.places
    users = _users(places)
    for rule in _rules(places):
        for source in (kept for group in rule.source for kept in users.get(group, ()) if kept.service in _CALLERS):
            for target in (kept for group in rule.target for kept in users.get(group, ())):
                if target.service not in ("lambda", "ec2", "glue") and source is not target:
                    says = f"may reach it{f' on port {rule.port}' if rule.port else ''}, by security groups"
                    arrows.add(
                        End(source.read.address, source.service),
                        End(target.read.address, target.service),
                        "may",
                        says,
                        rule.by,
                        rule.path,
                        rule.value,
                    )


def _users(places: Places) -> dict[str, list[Kept]]:
    found: dict[str, list[Kept]] = {}
    for kept in places.kept.values():
        if (
            kept.sort is not None
            and kept.sort.groups is not None
            and kept.sort.fate == "map"
            and kept.read.exists is not False
        ):
            for _, value in places.at(kept, kept.sort.groups):
                for address in _groups(places, value):
                    found.setdefault(address, []).append(kept)
    return found


def _groups(places: Places, value: Value) -> list[str]:
    return [address for ref in references_in(value) for address in places.resources(ref)]


def _rules(places: Places) -> list[_Rule]:
    found = []
    for address, kept in places.kept.items():
        properties = kept.read.properties
        if kept.read.type in _RULES:
            own, others, inward = _RULES[kept.read.type]
            if properties.get("type") == "egress":
                inward = False
            for other in others:
                one, two = _groups(places, properties.get(own)), _groups(places, properties.get(other))
                port = _port(properties)
                found.append(
                    _Rule(two if inward else one, one if inward else two, port, kept, (other,), properties.get(other))
                )
        if kept.sort is not None and kept.sort.id == "security-group":
            for key, inner, inward in _INSIDE:
                entries = properties.get(key)
                for entry in entries if isinstance(entries, list) else [entries] if isinstance(entries, dict) else []:
                    if isinstance(entry, dict) and entry.get(inner) is not None:
                        named = _groups(places, entry[inner])
                        found.append(
                            _Rule(
                                named if inward else [address],
                                [address] if inward else named,
                                _port(entry),
                                kept,
                                (key, inner),
                                entry[inner],
                            )
                        )
    return found


def _port(properties: dict[str, Value]) -> str:
    for key in ("FromPort", "from_port", "fromPort"):
        if isinstance(properties.get(key), (int, str)):
            return str(properties[key])
    return ""
