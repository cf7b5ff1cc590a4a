"""AWS's own models, as the pinned botocore and cfn-lint carry them."""

import html
import json
import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import botocore.session
import cfnlint
from botocore.model import NoShapeFoundError, Shape
from cfnlint.schema import ResourceNotFoundError
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

SPECIFICATIONS = Path(cfnlint.__file__).parent / "data" / "AdditionalSpecs" / "Policies.json"


@cache
def _session() -> botocore.session.Session:
    return botocore.session.get_session()


@cache
def _actions() -> dict[str, frozenset[str]]:
    return {
        prefix: frozenset(entry["Actions"]) for prefix, entry in json.loads(SPECIFICATIONS.read_text("utf-8")).items()
    }


class AwsModels:
    """The models of all clients, the resource schemas of us-east-1, and the IAM actions.
    `data.tools.api_names.Models` says what each method returns."""

    def clients(self) -> Collection[str]:
        return _clients()

    def regions(self) -> Collection[str]:
        return _regions()

    def values(self, client: str, shape: str) -> Collection[str] | None:
        found = self._shape(client, shape)
        return None if found is None else found.metadata.get("enum")

    def bounds(self, client: str, shape: str) -> Mapping[str, int] | None:
        found = self._shape(client, shape)
        return (
            None if found is None else {name: found.metadata[name] for name in ("min", "max") if name in found.metadata}
        )

    def words(self, client: str, place: str) -> str | None:
        """The documentation of a shape, of `Shape.member` or of an operation, without its tags."""
        model = _session().get_service_model(client)
        if place in model.operation_names:
            return plain(model.operation_model(place).documentation)
        name, _, member = place.partition(".")
        found = self._shape(client, name)
        if found is None or (member and member not in getattr(found, "members", {})):
            return None
        return plain(found.members[member].documentation if member else found.documentation)

    def required(self, resource: str) -> Collection[str] | None:
        schema = self.schema(resource, "")
        return None if schema is None else schema.get("required", [])

    def schema(self, resource: str, place: str) -> Mapping[str, Any] | None:
        """What the schema of a resource type says at a place, such as `properties/BatchSize`."""
        try:
            found = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", resource).schema
        except ResourceNotFoundError:
            return None
        for step in filter(None, place.split("/")):
            found = (found or {}).get(step)
        return found

    def actions(self, prefix: str) -> Collection[str] | None:
        return _actions().get(prefix)

    def _shape(self, client: str, shape: str) -> Shape | None:
        try:
            return _session().get_service_model(client).shape_for(shape)
        except NoShapeFoundError:
            return None


def plain(documentation: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", documentation)).split())


@cache
def _clients() -> frozenset[str]:
    return frozenset(_session().get_available_services())


@cache
def _regions() -> frozenset[str]:
    session = _session()
    return frozenset(
        region
        for partition in session.get_available_partitions()
        for region in session.get_available_regions("ec2", partition)
    )
