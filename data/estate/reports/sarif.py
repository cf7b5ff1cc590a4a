"""An assessed estate as SARIF 2.1.0, which code hosts show at the lines of a pull request."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from data.estate.judging.answers import Evidence
from data.estate.judging.assess import Result, reasons
from data.estate.records import Estate
from data.estate.reports.words import headline, sentence, verdict_line
from data.records.finding import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"high": "error", "medium": "warning", "low": "note", "ask": "note"}


def as_sarif(estate: Estate, results: Iterable[Result]) -> str:
    """The open findings as results, accepted ones as suppressed, what could not be read as notifications."""
    shown = [result for result in results if result.verdict != "yes"]
    rules = list({result.finding.id: result.finding for result in shown}.values())
    number = {finding.id: index for index, finding in enumerate(rules)}
    run = {
        "tool": {
            "driver": {"name": "AWS Data Landscape", "version": "0.1.0", "rules": [_rule(finding) for finding in rules]}
        },
        "columnKind": "utf16CodeUnits",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    _notification(problem.place, problem.sentence) for problem in estate.problems
                ],
            }
        ],
        "results": [_result(result, number[result.finding.id]) for result in shown],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(finding: Finding) -> dict[str, Any]:
    why = reasons(finding)
    return {
        "id": finding.id,
        "shortDescription": {"text": finding.title},
        "fullDescription": {"text": f"{finding.asks} {why[0].text}"},
        "helpUri": why[0].url,
        "help": {"text": f"{finding.do} {finding.costs} Right to ignore: {finding.ignore_when}"},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
    }


def _result(result: Result, rule: int) -> dict[str, Any]:
    level = (
        "note"
        if result.verdict in ("depends", "hidden") and result.by_default != "no"
        else _LEVELS[result.finding.severity]
    )
    places = result.evidence or (Evidence(result.resource.place, ""),)
    said = (
        f"{result.resource.name}: {headline(result).rstrip('.?')}.",
        sentence(verdict_line(result)),
        result.finding.do,
    )
    body: dict[str, Any] = {
        "ruleId": result.finding.id,
        "ruleIndex": rule,
        "level": level,
        "message": {"text": " ".join(said)},
        "locations": [_location(places[0].place)],
        "relatedLocations": [
            {**_location(one.place), "message": {"text": one.text}} for one in places[1:4] if one.text
        ],
        "partialFingerprints": {"resource/v1": result.key},
    }
    if result.accepted is not None:
        body["suppressions"] = [{"kind": "inSource", "justification": result.accepted.reason or "no reason given"}]
    return body


def _location(place: Any) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file)}}
    if place.line:
        physical["region"] = {"startLine": place.line}
    return {"physicalLocation": physical}


def _notification(place: Any, sentence: str) -> dict[str, Any]:
    return {"level": "warning", "message": {"text": sentence}, "locations": [_location(place)]}
