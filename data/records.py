"""The records of the catalog: what one YAML file may say, field by field.

Every record is frozen and strict: an unknown key, an empty text or a value of the wrong type is an error. A statement of fact names the keys of the
pages it was read on; the pages themselves (`sources`) stand once at the top of the same file, with the date of the text that was read.
"""

from typing import Annotated, Literal

from pydantic import Field

from data.change_records import Change, ChangeKind
from data.decision_records import Against, ComparedOption, Comparison, Decision, DecisionQuestion, Fork, Option, OptionCell, OptionRow, Reason, Recommendation
from data.service_records import ApiEnum, ApiLimit, Capability, Charge, Limit, NamesInCode, Section, Security, Service, ServiceLevel
from data.statements import ConnectionId, Fact, Judgement, Kind, Record, Slug, Source, SourceKeys, Support, Text, TextDate, Timing, Verdict


class Connection(Record):
    """An arrow of the landscape, from where the data (or, for query, cache, identity and control, the request) comes to where it goes."""

    id: ConnectionId
    source_id: Slug
    target_id: Slug
    kind: Kind
    timing: Timing
    started_by: Literal["source", "target", "service"]
    scope: Literal["core", "wide"] = "wide"
    confidence: Literal["high", "medium"]
    what: Fact
    how: Text
    facts: tuple[Fact, ...] = ()
    limits: tuple[Fact, ...] = ()
    permissions: tuple[Text, ...] = ()
    docs: Annotated[SourceKeys, Field(min_length=1)]
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]


class Step(Record):
    """One step of a use case, carried by one connection of the catalog."""

    title: Annotated[Text, Field(max_length=60)]
    text: Text
    connection: ConnectionId
    source: SourceKeys = ()


class Failure(Record):
    """What fails (a service or a connection), what then happens, and what to do about it."""

    part: Text
    what: Text
    then: Text
    do: Text
    source: SourceKeys = ()


class Alternative(Record):
    title: Text
    text: Text
    services: tuple[Slug, ...] = ()
    source: SourceKeys = ()


class LeaveOut(Record):
    """What a smaller or cheaper version leaves out, and at what price."""

    service: Slug
    text: Text


class UseCase(Record):
    id: Slug
    title: Text
    problem: Text
    aliases: tuple[Text, ...] = ()
    also: tuple[Slug, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=2)]
    why: Annotated[tuple[Judgement, ...], Field(min_length=1)]
    trade_offs: Annotated[tuple[Judgement, ...], Field(min_length=1)]
    failures: Annotated[tuple[Failure, ...], Field(min_length=1)]
    alternatives: Annotated[tuple[Alternative, ...], Field(min_length=1)]
    smaller: Annotated[tuple[LeaveOut, ...], Field(min_length=1)]
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]
    docs: Annotated[SourceKeys, Field(min_length=1)]


class Term(Record):
    """A glossary entry. `also` holds other words that mean it; `about` the services whose cards explain it, with their parts, where the word means
    something else elsewhere (empty: every card)."""

    id: Slug
    term: Text
    also: tuple[Text, ...] = ()
    about: tuple[Slug, ...] = ()
    definition: Text
    source: Annotated[SourceKeys, Field(min_length=1)]
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]


class Claim(Record):
    says: Text
    source: Annotated[SourceKeys, Field(min_length=1)]


class Conflict(Record):
    """Official pages that disagree: every figure with its address. `about` is a service."""

    id: Slug
    about: Slug
    question: Text
    claims: Annotated[tuple[Claim, ...], Field(min_length=2)]
    shown: Text
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]


class Unconfirmed(Record):
    """Something that no official page read so far states; it is listed, and nowhere shown as fact."""

    about: Slug
    text: Text


class Note(Record):
    """A statement of the text that the project began with, its verdict, and where the catalog tells it: `services/ID`, `services/ID#FACT`,
    `connections/ID` or `use_cases/ID`."""

    id: Slug
    section: Text
    quote: Text
    verdict: Verdict
    accurate: Text
    where: Annotated[tuple[Text, ...], Field(min_length=1)]
    source: Annotated[SourceKeys, Field(min_length=1)]


class Notes(Record):
    """All statements of that text, and the pages that judge them."""

    sources: dict[Slug, Source]
    notes: tuple[Note, ...]


class Named(Record):
    """A category, a lane, a kind of connection or a capability."""

    id: Slug
    name: Text
    text: Text


class Taxonomy(Record):
    categories: tuple[Named, ...]
    lanes: tuple[Named, ...]
    kinds: tuple[Named, ...]
    capabilities: tuple[Named, ...]


__all__ = [
    "Against",
    "Alternative",
    "ApiEnum",
    "ApiLimit",
    "Capability",
    "Change",
    "ChangeKind",
    "Charge",
    "Claim",
    "ComparedOption",
    "Comparison",
    "Conflict",
    "Connection",
    "ConnectionId",
    "Decision",
    "DecisionQuestion",
    "Fact",
    "Failure",
    "Fork",
    "Judgement",
    "Kind",
    "LeaveOut",
    "Limit",
    "Named",
    "NamesInCode",
    "Note",
    "Notes",
    "Option",
    "OptionCell",
    "OptionRow",
    "Reason",
    "Recommendation",
    "Record",
    "Section",
    "Security",
    "Service",
    "ServiceLevel",
    "Slug",
    "Source",
    "SourceKeys",
    "Step",
    "Support",
    "Taxonomy",
    "Term",
    "Text",
    "TextDate",
    "Timing",
    "Unconfirmed",
    "UseCase",
    "Verdict",
]
