"""AWS's own lists of what is there: results of AWS Config's advanced queries, and exports of Resource Explorer."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from data.estate.opening.recognise import Document
from data.estate.opening.redact import redacted
from data.estate.resource import Reading, ReadResource
from data.estate.values import Reference, Value


def read_config_query(document: Document, reading: Reading) -> None:
    """Add each resource of a result: a list of records, or `Results` with a record of JSON in each text."""
    data = document.data
    entries = data.get("Results", [data]) if isinstance(data, dict) else data
    for number, entry in enumerate(entries if isinstance(entries, list) else []):
        record = _record(entry)
        if record is None:
            reading.tell(
                document.name,
                None,
                f"Entry {number + 1} is no record of a resource; select resourceId, resourceType and configuration.",
            )
            continue
        configuration = _record(record.get("configuration")) or {}
        supplementary = _record(record.get("supplementaryConfiguration")) or {}
        arn = record.get("arn")
        name = record.get("resourceName") or record.get("resourceId") or arn or f"resource {number + 1}"
        properties: dict[str, Value] = {
            **supplementary,
            **configuration,
            **({"arn": arn} if isinstance(arn, str) else {}),
        }
        related = (
            _record(record.get("relationships"))
            if isinstance(record.get("relationships"), str)
            else record.get("relationships")
        )
        names = (
            [item.get("resourceId") or item.get("resourceName") for item in related or [] if isinstance(item, dict)]
            if isinstance(related, list)
            else []
        )
        kind = str(record.get("resourceType"))
        reading.resources.append(
            ReadResource(
                address=f"{kind}/{record.get('resourceId') or name}",
                name=redacted(str(name)),
                type=kind,
                file=document.name,
                line=_line(document.text, record.get("resourceId")),
                properties=properties,
                depends_on=tuple(Reference(f"id:{one}") for one in names if isinstance(one, str)),
                origin="inventory",
                code=False,
            )
        )


def _record(value: Any) -> dict[str, Any] | None:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return None
    return value if isinstance(value, dict) else None


def _line(text: str, mark: Any) -> int | None:
    at = text.find(f'"{mark}"') if isinstance(mark, str) and text.count("\n") > 3 else -1
    return text.count("\n", 0, at) + 1 if at >= 0 else None


def read_explorer(document: Document, reading: Reading) -> None:
    """Add each resource of an export, a table or the answer of Search: its kind and its name, with no settings."""
    if isinstance(document.data, dict):
        rows = [
            {str(key).lower(): value for key, value in item.items()}
            for item in document.data["Resources"]
            if isinstance(item, dict)
        ]
    else:
        table = csv.DictReader(io.StringIO(document.text))
        rows = [
            {str(key).strip().lower().replace(" ", ""): value for key, value in row.items() if key is not None}
            for row in table
        ]
    for number, row in enumerate(rows):
        kind = row.get("resourcetype")
        arn = row.get("arn") or row.get("identifier") or row.get("resourceid") or row.get("resource") or ""
        if not isinstance(kind, str) or not kind:
            reading.tell(
                document.name, number + 2, "This row names no resource type; export the list anew with all columns."
            )
            continue
        if ":" not in kind and isinstance(row.get("service"), str):
            kind = f"{row['service']}:{kind}"
        arn = str(arn)
        reading.resources.append(
            ReadResource(
                address=f"{kind}/{redacted(arn)}/{number}",
                name=redacted(arn.rsplit("/", 1)[-1].rsplit(":", 1)[-1] or kind),
                type=kind,
                file=document.name,
                line=number + 2 if document.data is None else _line(document.text, arn),
                properties={"arn": arn},
                origin="inventory",
                code=False,
            )
        )
