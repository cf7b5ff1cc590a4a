"""What is shown as JSON: title, filters, address, the ids drawn and lit, and the full record of each."""

import json
from typing import Any

from components.exports.record import ExportRecord
from data.records import Catalog


def selection(catalog: Catalog, record: ExportRecord) -> dict[str, Any]:
    """JSON values: `about` (ids, title, filters, address, date), `services`, `connections` and, for a use case,
    `use_case` (records as in the catalog)."""
    told: dict[str, Any] = {
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
