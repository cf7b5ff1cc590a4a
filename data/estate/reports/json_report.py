"""An assessed estate as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from data.estate.judging.assess import Result, reasons
from data.estate.records import Estate


def as_data(estate: Estate, results: Iterable[Result]) -> dict[str, Any]:
    """Counts, resources, connections, what stands outside, findings."""
    body = estate.model_dump(mode="json", exclude_defaults=True)
    return {"counts": dict(estate.counts), **body, "findings": [_finding(result) for result in results]}


def as_json(estate: Estate, results: Iterable[Result]) -> str:
    """The same as text."""
    return json.dumps(as_data(estate, results), indent=2, ensure_ascii=False) + "\n"


def _finding(result: Result) -> dict[str, Any]:
    finding = result.finding
    return {
        "id": finding.id,
        "title": finding.title,
        "severity": finding.severity,
        "resource": result.resource.address,
        "verdict": result.verdict,
        "by_default": result.by_default,
        "depends": list(result.depends),
        "evidence": [{"file": one.place.file, "line": one.place.line, "text": one.text} for one in result.evidence],
        "why": [{"text": one.text, "url": one.url, "read_on": one.read_on} for one in reasons(finding)],
        "do": finding.do,
        "costs": finding.costs,
        "ignore_when": finding.ignore_when,
        "accepted": result.accepted.model_dump() if result.accepted else None,
    }
