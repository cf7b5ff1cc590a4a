"""An assessed estate as Markdown, for a pull request or a review."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.catalog import catalog
from data.estate.judging.assess import Result, open_results, reasons
from data.estate.records import Estate, Resource
from data.estate.reports.words import SEVERITIES, counts_line, headline, sentence, verdict_line

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!$:])")


def escaped(text: str) -> str:
    """A text of somebody's file that Markdown leaves as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def code(text: str) -> str:
    """A text as code, whatever is in it."""
    plain = " ".join(text.replace("`", "'").split())
    return f"`{plain}`" if plain else ""


def as_markdown(estate: Estate, results: Iterable[Result]) -> str:
    """What is there, how it is joined, and the findings with evidence, fact, advice and trade-off."""
    results = tuple(results)
    services = catalog().services
    lines = ["# Your estate on the AWS data landscape", "", counts_line(estate), ""]
    lines += [f"- Not read: {escaped(str(problem))}" for problem in estate.problems] + ([""] if estate.problems else [])
    lines += ["## What is there", "", "| service | resources |", "|---|---|"]
    lines += [
        f"| {services[service].short_name} | {', '.join(escaped(one.name) for one in held)} |"
        for service, held in estate.services.items()
    ]
    lines += ["", "## How it is joined", "", "| from | to | | evidence |", "|---|---|---|---|"]
    for link in estate.links:
        evidence = f"{escaped(str(link.place))} {code(link.expression)}".strip()
        ends = f"{escaped(estate.name(link.source))} | {escaped(estate.name(link.target))}"
        lines.append(f"| {ends} | {link.certainty}: {escaped(link.says)} | {evidence} |")
    lines += ["", "## Findings", ""]
    for result in open_results(results):
        lines += _finding(result)
    accepted = [one for one in results if one.accepted is not None]
    if accepted:
        lines += ["## Accepted", ""]
        lines += [
            f"- {escaped(one.resource.name)}: {one.finding.title}. Reason: {escaped(one.accepted.reason) or 'none'}"
            for one in accepted
            if one.accepted
        ]
        lines.append("")
    lines += ["## Every resource", "", "| resource | type | what became of it | where |", "|---|---|---|---|"]
    lines += [_row(one) for one in estate.resources if one.written]
    return "\n".join(lines) + "\n"


def _row(resource: Resource) -> str:
    fate = f"{resource.fate}: {escaped(resource.note)}" if resource.note else resource.fate
    return f"| {escaped(resource.name)} | {code(resource.type)} | {fate} | {escaped(str(resource.place))} |"


def _finding(result: Result) -> list[str]:
    finding = result.finding
    lines = [
        f"### {SEVERITIES[finding.severity]}: {escaped(result.resource.name)}: {headline(result)}",
        "",
        f"{finding.asks} **{escaped(sentence(verdict_line(result)))}**",
        "",
    ]
    lines += [f"- {escaped(str(one.place))}: {code(one.text)}" for one in result.evidence[:4]]
    lines += [f"- Why: {one.text} ([{one.title}]({one.url}), read {one.read_on})" for one in reasons(finding)]
    return [
        *lines,
        f"- What to do: {finding.do}",
        f"- What it costs: {finding.costs}",
        f"- Right to ignore: {finding.ignore_when}",
        "",
    ]
