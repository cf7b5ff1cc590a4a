"""The findings of an estate: every question of `data/findings` put to every resource that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from data.catalog import catalog
from data.estate.judging.answers import Answer, Evidence, Verdict, all_of
from data.estate.judging.conditions import Judge
from data.estate.records import Accepted, Estate, Resource
from data.records import Limit
from data.records.finding import Finding, Severity
from data.records.pointers import said_at
from data.records.statements import Fact, doubt

RANK: Mapping[Severity, int] = {"high": 0, "medium": 1, "low": 2, "ask": 3}
ORDER: Mapping[Verdict, int] = {"no": 0, "depends": 1, "hidden": 2, "yes": 3}


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to one question for one resource. Open are those that are not `yes` and not accepted."""

    finding: Finding
    resource: Resource
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    depends: tuple[str, ...] = ()
    by_default: Literal["yes", "no"] | None = None
    accepted: Accepted | None = None

    @property
    def key(self) -> str:
        """Finding and resource in one text."""
        return f"{self.finding.id}@{self.resource.address}"

    @property
    def fails(self) -> bool:
        """Whether the answer is no, or no with the defaults in place, and nobody accepted it."""
        return self.accepted is None and (
            self.verdict == "no" or (self.verdict == "depends" and self.by_default == "no")
        )


def assess(estate: Estate) -> tuple[Result, ...]:
    """All answers, those to act on first."""
    judge = Judge(estate)
    by_sort: dict[str, list[Resource]] = {}
    for resource in estate.resources:
        if resource.sort is not None and resource.fate != "absent":
            by_sort.setdefault(resource.sort, []).append(resource)
    found = []
    for finding in catalog().findings.values():
        for resource in (one for sort in finding.about for one in by_sort.get(sort, ())):
            result = _result(judge, finding, resource)
            if result is not None:
                found.append(result)
    return _in_order(found)


def accept(results: Iterable[Result], reasons: Mapping[str, str]) -> tuple[Result, ...]:
    """The same with the reasons that a visitor gave, by the key of a result, for accepting it."""
    return _in_order(
        replace(one, accepted=Accepted(check="accepted here", reason=reasons[one.key])) if one.key in reasons else one
        for one in results
    )


def _in_order(results: Iterable[Result]) -> tuple[Result, ...]:
    return tuple(
        sorted(
            results,
            key=lambda one: (
                one.accepted is not None,
                ORDER[one.verdict] == 3,
                RANK[one.finding.severity],
                ORDER[one.verdict],
                one.finding.id,
                one.resource.address,
            ),
        )
    )


def _result(judge: Judge, finding: Finding, resource: Resource) -> Result | None:
    applies = all_of(judge.answer(condition, resource) for condition in finding.applies)
    if applies.verdict in ("no", "hidden"):
        return None
    good = all_of(judge.answer(condition, resource) for condition in finding.good)
    answer = good if applies.verdict == "yes" or good.verdict == "yes" else _weakened(good, applies)
    if answer.verdict == "no" and not answer.evidence:
        answer = Answer("no", applies.evidence)
    result = Result(finding, resource, answer.verdict, answer.evidence, answer.depends, answer.by_default)
    known = {finding.id.lower(), *(name.lower() for name in finding.also_known)}
    held = next((one for one in resource.accepted if one.check.lower() in known), None)
    return replace(result, accepted=held) if held is not None and result.verdict != "yes" else result


def _weakened(good: Answer, applies: Answer) -> Answer:
    by_default: Literal["yes", "no"] | None = None
    if good.verdict == "no" and applies.by_default is not None:
        by_default = "no" if applies.by_default == "yes" else "yes"
    verdict: Verdict = "hidden" if good.verdict == "hidden" else "depends"
    return Answer(verdict, (*good.evidence, *applies.evidence), (*good.depends, *applies.depends), by_default)


def open_results(results: Iterable[Result]) -> tuple[Result, ...]:
    """Those that somebody has to look at: not answered with yes, and not accepted."""
    return tuple(one for one in results if one.verdict != "yes" and one.accepted is None)


@dataclass(frozen=True, slots=True)
class Reason:
    """A fact behind a finding: its words, and address and date of the page that says so."""

    text: str
    url: str
    title: str
    read_on: str
    pointer: str


def reasons(finding: Finding) -> tuple[Reason, ...]:
    """The facts that a finding points at."""
    found = []
    for pointer in finding.why:
        said, sources = said_at(catalog(), pointer)
        fact = _fact(said)
        source = sources[fact.source[0]]
        text = f"{fact.text}{doubt(fact.source, sources)}"
        found.append(Reason(text, source.url, source.title, source.read_on, pointer))
    return tuple(found)


def _fact(said: Fact | Limit) -> Fact:
    if isinstance(said, Fact):
        return said
    note = f". {said.note}" if said.note else ""
    return Fact(text=f"{said.in_words}{note}", source=said.source, id=said.id)
