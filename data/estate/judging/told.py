"""Results on their way from the process that reads: ids and places instead of the records that they are about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict

from data.catalog import catalog
from data.estate.judging.answers import Evidence, Verdict
from data.estate.judging.assess import Result
from data.estate.records import Accepted, Estate


class ToldResult(BaseModel):
    """A result: `finding` is an id, `resource` the place of the resource in its estate, from 0."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    finding: str
    resource: int
    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    depends: tuple[str, ...] = ()
    by_default: Literal["yes", "no"] | None = None
    accepted: Accepted | None = None


def tell(estate: Estate, results: Iterable[Result]) -> tuple[ToldResult, ...]:
    """The results about an estate as they are told."""
    places = {id(resource): place for place, resource in enumerate(estate.resources)}
    return tuple(
        ToldResult(
            finding=one.finding.id,
            resource=places[id(one.resource)],
            verdict=one.verdict,
            evidence=one.evidence,
            depends=one.depends,
            by_default=one.by_default,
            accepted=one.accepted,
        )
        for one in results
    )


def hear(estate: Estate, told: Iterable[ToldResult]) -> tuple[Result, ...]:
    """The results that were told.

    Errors: KeyError or IndexError where one is about what is not there.
    """
    findings = catalog().findings
    return tuple(
        Result(
            findings[one.finding],
            estate.resources[one.resource],
            one.verdict,
            one.evidence,
            one.depends,
            one.by_default,
            one.accepted,
        )
        for one in told
    )
