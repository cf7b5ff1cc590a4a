"""What is shown as JSON: title, filters, address, the ids drawn and lit, and the full record of each. Its schema is
served beside the catalog's."""

import json
from datetime import date
from typing import Any, Literal

from pydantic import Field

from components.exports.record import ExportRecord
from data.records import Catalog, Connection, Record, Service, Slug, UseCase

VERSION: Literal[1] = 1
SCHEMA = "api/export.schema.json"


class About(Record):
    """What the file shows, by id, where from and when."""

    title: str
    filters: str
    address: str
    date: date
    use_case: Slug | None
    services: tuple[str, ...]
    connections: tuple[str, ...]
    lit_services: tuple[str, ...]
    lit_connections: tuple[str, ...]
    names: dict[str, str]


class ExportFile(Record):
    """The JSON file of a view. `version` grows when a field changes its meaning or goes away."""

    schema_address: str = Field(alias="$schema")
    version: Literal[1]
    about: About
    services: tuple[Service, ...]
    connections: tuple[Connection, ...]
    use_case: UseCase | None = None


def export_schema() -> dict[str, Any]:
    """The JSON Schema of the file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ExportFile.model_json_schema()}


def selection(catalog: Catalog, record: ExportRecord) -> dict[str, Any]:
    """JSON values: `about` (ids, title, filters, address, date), `services`, `connections` and, for a use case,
    `use_case` (records as in the catalog)."""
    told: dict[str, Any] = {
        "$schema": f"{record.site}/{SCHEMA}",
        "version": VERSION,
        "about": record.identity(),
        "services": [
            catalog.services[service].model_dump(mode="json", exclude_none=True)
            for service in sorted(record.view.services)
        ],
        "connections": [
            catalog.connections[connection].model_dump(mode="json", exclude_none=True)
            for connection in sorted(record.view.connections)
        ],
    }
    if record.use_case:
        told["use_case"] = record.use_case.model_dump(mode="json", exclude_none=True)
    return told


def selection_json(catalog: Catalog, record: ExportRecord) -> bytes:
    """The same as a file."""
    return (json.dumps(selection(catalog, record), ensure_ascii=False, indent=1) + "\n").encode()
