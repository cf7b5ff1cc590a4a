"""Holds the names that the catalog quotes from AWS APIs against AWS's own models. Pure: the models are handed in,
each problem is one line.

A line says the file, the field, what we say and what the model says. The tests hand in the models of botocore and the
schemas of cfn-lint.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Protocol

from data.records import ApiEnum, ApiLimit, Catalog, NamesInCode, Record

REGION = re.compile(
    r"\b[a-z]{2,4}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d\b"
)
ACTION = re.compile(r"(?<![\w:/-])([a-z][a-z0-9-]+):([A-Za-z][A-Za-z0-9]*\*?|\*)(?![\w:])")
IN_THE_GUIDE_ONLY = "in the guide only"
UNKNOWN_SHAPE = "has no such shape"


class Models(Protocol):
    """What is asked of AWS's models. None means that there is no such thing."""

    def clients(self) -> Collection[str]:
        """Names of the boto3 clients."""

    def regions(self) -> Collection[str]:
        """Codes of the Regions of all partitions."""

    def values(self, client: str, shape: str) -> Collection[str] | None:
        """Values of an enumeration."""

    def bounds(self, client: str, shape: str) -> Mapping[str, int] | None:
        """`min` and `max` of a shape, as far as it has them."""

    def required(self, resource: str) -> Collection[str] | None:
        """Required properties of a CloudFormation resource type."""

    def actions(self, prefix: str) -> Collection[str] | None:
        """IAM actions of a service prefix, in lower case."""


def api_problems(catalog: Catalog, models: Models) -> list[str]:
    """Everything that the catalog says otherwise than the models."""
    found: list[str] = []
    for service in catalog.services.values():
        found += name_problems(f"services/{service.id}.yaml", service.names_in_code, models)
    for connection in catalog.connections.values():
        file = f"connections/{connection.source_id}.yaml: {connection.id}"
        found += [
            problem
            for permission in connection.permissions
            for problem in permission_problems(file, permission, models)
        ]
    known = models.regions()
    for folder, records in (
        ("services", catalog.services),
        ("connections", catalog.connections),
        ("use_cases", catalog.use_cases),
        ("conflicts", catalog.conflicts),
        ("troubles", catalog.troubles),
    ):
        for record in records.values():
            found += [
                f"{folder}/{record.id}: we say the Region {region!r}; the model has no such Region"
                for region in sorted(regions_in(record) - set(known))
            ]
    return found


def name_problems(file: str, names: NamesInCode, models: Models) -> Iterator[str]:
    """Problems of one service's names in code."""
    for client in names.boto3:
        if client not in models.clients():
            yield f"{file}: names_in_code.boto3: we say {client!r}; botocore has no such client"
    for enum in names.enums:
        yield from _enum_problems(file, enum, models)
    for limit in names.limits:
        yield from _limit_problems(file, limit, models)
    for resource in dict.fromkeys((*names.cloudformation, *names.required_properties)):
        required = models.required(resource)
        if required is None:
            yield f"{file}: names_in_code.cloudformation: we say {resource!r}; the schemas have no such resource type"
            continue
        said = names.required_properties.get(resource)
        if said is not None and set(said) != set(required):
            yield (
                f"{file}: names_in_code.required_properties.{resource}: "
                f"we say {_list(said)}; the schema says {_list(required)}"
            )


def _enum_problems(file: str, enum: ApiEnum, models: Models) -> Iterator[str]:
    field = f"{file}: names_in_code.enums.{enum.client}.{enum.shape}"
    values = models.values(enum.client, enum.shape) if enum.client in models.clients() else None
    if values is None:
        yield f"{field}: we say {_list(enum.values)}; botocore {UNKNOWN_SHAPE}, or it is no enumeration"
    elif set(values) != set(enum.values):
        yield f"{field}: we say {_list(enum.values)}; the model says {_list(values)}"


def _limit_problems(file: str, limit: ApiLimit, models: Models) -> Iterator[str]:
    field = f"{file}: names_in_code.limits.{limit.client}.{limit.shape}.{limit.bound}"
    bounds = models.bounds(limit.client, limit.shape) if limit.client in models.clients() else None
    if bounds is None:
        yield f"{field}: we say {limit.value}; botocore {UNKNOWN_SHAPE}"
    elif bounds.get(limit.bound) != limit.value:
        yield f"{field}: we say {limit.value}; the model says {bounds.get(limit.bound, 'nothing')}"


def permission_problems(file: str, permission: str, models: Models) -> Iterator[str]:
    """Problems of one line of permissions; what it calls `in the guide only` is not looked up."""
    if IN_THE_GUIDE_ONLY in permission:
        return
    for prefix, action in ACTION.findall(permission):
        known = models.actions(prefix)
        if known is None:
            yield f"{file}: permissions: we say '{prefix}:{action}'; there is no service prefix {prefix!r}"
        elif not any(fnmatchcase(name, action.lower()) for name in known):
            yield f"{file}: permissions: we say '{prefix}:{action}'; the service has no such action"


def regions_in(record: object) -> set[str]:
    """Codes of Regions that stand anywhere in the texts of a record."""
    if isinstance(record, str):
        return set(REGION.findall(record))
    if isinstance(record, Record):
        return set().union(*(regions_in(getattr(record, name)) for name in type(record).model_fields))
    if isinstance(record, dict):
        return set().union(*(regions_in(value) for value in record.values()))
    return set().union(*(regions_in(item) for item in record)) if isinstance(record, tuple) else set()


def _list(names: Collection[str]) -> str:
    return "[" + ", ".join(sorted(names)) + "]"
