"""An assessed estate as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from data.estate.judging.assess import Result, open_results
from data.estate.records import Estate
from data.estate.reports.words import SEVERITIES, counts_line, headline, sentence, verdict_line


def as_text(estate: Estate, results: Iterable[Result]) -> str:
    """Counts, what could not be read, and the open findings with their lines."""
    results = tuple(results)
    found = open_results(results)
    lines = [counts_line(estate), *(f"Not read: {problem}" for problem in estate.problems)]
    for result in found:
        lines += [
            "",
            f"{SEVERITIES[result.finding.severity]}: {result.resource.name}: {headline(result)} ({result.finding.id})",
        ]
        lines.append(f"  {result.finding.asks} {sentence(verdict_line(result))}")
        lines += [f"  {one.place}: {one.text}" for one in result.evidence[:3]]
        lines.append(f"  {result.finding.do}")
    accepted = [one for one in results if one.accepted is not None]
    lines += [
        "",
        f"{len(found)} open, {sum(one.verdict == 'yes' for one in results)} in order, {len(accepted)} accepted.",
    ]
    return "\n".join(lines) + "\n"
