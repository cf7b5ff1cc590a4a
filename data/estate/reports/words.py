"""The words that the reports share."""

from __future__ import annotations

from data.estate.judging.answers import WORDS
from data.estate.judging.assess import Result
from data.estate.records import FATES, Estate

SEVERITIES = {"high": "High", "medium": "Medium", "low": "Low", "ask": "To ask"}


def counts_line(estate: Estate) -> str:
    """How many resources, and what became of each, in one sentence whose numbers add up."""
    parts = [f"{number} {FATES[fate]}" for fate, number in estate.counts.items() if number]
    total = sum(estate.counts.values())
    return f"{total} resource{'' if total == 1 else 's'}: {'; '.join(parts)}."


def verdict_line(result: Result) -> str:
    """The verdict of a result: no, or what it depends on."""
    if result.finding.severity == "ask" and result.verdict == "no":
        return "that is yours to say"
    said = WORDS[result.verdict]
    if result.verdict == "depends":
        said += f" {', '.join(result.depends) or 'an expression'}" + (
            f" ({result.by_default} with the defaults)" if result.by_default else ""
        )
    return said


def headline(result: Result) -> str:
    """What is wrong, or, where that is not known, what is asked."""
    return result.finding.title if result.verdict == "no" else result.finding.asks


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."
