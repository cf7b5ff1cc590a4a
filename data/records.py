"""The records of the catalog: what one YAML file may say, field by field.

Every record is frozen and strict: an unknown key, an empty text or a value of the wrong type is an error. A statement of fact names the keys of the
pages it was read on; the pages themselves (`sources`) stand once at the top of the same file, with the date of the text that was read.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
ConnectionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*(--[a-z]+(-[a-z]+)*)?$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

Kind = Literal["data", "change-stream", "cache", "query", "zero-etl", "observability", "identity", "backup", "control"]
Timing = Literal["sync", "async", "both"]
Verdict = Literal["correct", "imprecise", "outdated"]
Support = Literal["yes", "no", "partly"]


def _as_tuple(value: object) -> object:
    if isinstance(value, list):
        return tuple(value)
    return (value,) if isinstance(value, str) else value


def _is_text_date(value: str) -> str:
    days = [date.fromisoformat((part + "-01-01")[:10]) for part in value.split("/") if part != "undated"]
    if days != sorted(days):
        raise ValueError("the later date comes first")
    return value


SourceKeys = Annotated[tuple[Slug, ...], BeforeValidator(_as_tuple)]
TextDate = Annotated[
    str,
    StringConstraints(pattern=r"^(undated|\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?)$"),
    AfterValidator(_is_text_date),
]


class Record(BaseModel):
    """What all records share: frozen, strict, no unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    @property
    def cited(self) -> frozenset[str]:
        """The source keys that this record or anything inside it names."""
        return frozenset(_cited(self))


def _cited(value: object) -> Iterator[str]:
    if isinstance(value, Record):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name in {"source", "docs"}:
                yield from inner
            else:
                yield from _cited(inner)
    elif isinstance(value, tuple):
        for item in value:
            yield from _cited(item)
    elif isinstance(value, dict):
        yield from _cited(tuple(value.values()))


class Source(Record):
    """An official page. `read_on` is the date of the text that was read: a day, a month, a year, two of them with `/` between, or `undated`.
    `older` says why this text is cited although another file cites a newer one of the same page."""

    url: Annotated[str, StringConstraints(pattern=r"^https://[^\s()<>\"]+$")]
    title: Text
    read_on: TextDate
    older: Text | None = None

    @property
    def oldest(self) -> date | None:
        """The earliest day that `read_on` can mean; None where the copy bears no date."""
        return _first_day(self.read_on.split("/")[0])

    @property
    def newest(self) -> date | None:
        """The first day of the latest day, month or year that `read_on` names; None where the copy bears no date."""
        return _first_day(self.read_on.split("/")[-1])


def _first_day(part: str) -> date | None:
    return None if part == "undated" else date.fromisoformat((part + "-01-01")[:10])


class Fact(Record):
    """A statement with the keys of its sources. `told` is how it is often told where that would mislead; `conflict` names a record of disagreeing pages."""

    text: Text
    source: Annotated[SourceKeys, Field(min_length=1)]
    id: Slug | None = None
    told: Text | None = None
    conflict: Slug | None = None


class Judgement(Record):
    """An opinion of this project, shown as such; sources are optional."""

    text: Text
    source: SourceKeys = ()


class Limit(Record):
    """A limit or quota. `value` is a number wherever the source gives one; `measure` names what is measured so that two services can be compared."""

    name: Text
    value: int | float | Text
    unit: Text
    scope: Text
    adjustable: Literal["yes", "no", "parameter", "not stated"]
    source: Annotated[SourceKeys, Field(min_length=1)]
    note: Text | None = None
    id: Slug | None = None
    measure: Slug | None = None
    conflict: Slug | None = None
    told: Text | None = None


class Charge(Record):
    """One thing that is metered, and its unit. No prices."""

    what: Text
    unit: Text
    source: Annotated[SourceKeys, Field(min_length=1)]
    note: Text | None = None


class ServiceLevel(Record):
    """A published monthly uptime commitment, in percent, under its condition."""

    percent: Annotated[float, Field(gt=0, le=100)]
    condition: Text
    source: Annotated[SourceKeys, Field(min_length=1)]
    dated: Text | None = None


class Section(Record):
    """More facts under a heading of their own, such as engines or storage tiers."""

    title: Text
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]


class Security(Record):
    encryption: tuple[Fact, ...] = ()
    network: tuple[Fact, ...] = ()
    authentication: tuple[Fact, ...] = ()
    audit: tuple[Fact, ...] = ()


class ApiEnum(Record):
    """The values that an enumeration of an AWS API takes, checked against botocore."""

    client: Text
    shape: Text
    values: Annotated[tuple[str, ...], Field(min_length=1)]


class ApiLimit(Record):
    """A bound that stands in an AWS API model, checked against botocore."""

    client: Text
    shape: Text
    bound: Literal["min", "max"]
    value: int


class NamesInCode(Record):
    cloudformation: tuple[Text, ...] = ()
    required_properties: dict[str, tuple[str, ...]] = {}
    terraform: tuple[Text, ...] = ()
    boto3: tuple[Text, ...] = ()
    arn: tuple[Text, ...] = ()
    enums: tuple[ApiEnum, ...] = ()
    limits: tuple[ApiLimit, ...] = ()


class Capability(Record):
    """Whether a service has a capability; `partly` tells its condition in `note`."""

    value: Support
    source: Annotated[SourceKeys, Field(min_length=1)]
    note: Text | None = None


class Service(Record):
    """A box of the landscape. `core` ones have a full card; `scope` says whether it is drawn at first sight."""

    id: Slug
    name: Text
    short_name: Annotated[Text, Field(max_length=26)]
    category: Slug
    lane: Slug
    core: bool = False
    scope: Literal["core", "wide"] = "wide"
    part_of: Slug | None = None
    former_names: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]
    purpose: Fact
    features: Annotated[tuple[Fact, ...], Field(min_length=1)]
    when_to_use: tuple[Judgement, ...] = ()
    when_not_to_use: tuple[Judgement, ...] = ()
    data_model: tuple[Fact, ...] = ()
    details: tuple[Section, ...] = ()
    limits: tuple[Limit, ...] = ()
    billing: tuple[Charge, ...] = ()
    scaling: tuple[Fact, ...] = ()
    availability: tuple[Fact, ...] = ()
    service_levels: tuple[ServiceLevel, ...] = ()
    consistency: tuple[Fact, ...] = ()
    latency: tuple[Fact, ...] = ()
    security: Security = Security()
    operations_left: tuple[Judgement, ...] = ()
    names_in_code: NamesInCode = NamesInCode()
    capabilities: dict[Slug, Capability] = {}
    docs: Annotated[SourceKeys, Field(min_length=1)]


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


class ComparedOption(Record):
    """One side of a ready comparison: a service, a setting of one, or a way along connections."""

    name: Annotated[Text, Field(max_length=40)]
    text: Text
    services: tuple[Slug, ...] = ()
    connections: tuple[ConnectionId, ...] = ()


class OptionCell(Record):
    """What holds for one option in one row: statements, a figure, our judgement; all three empty where AWS publishes nothing."""

    facts: tuple[Fact, ...] = ()
    figure: Limit | None = None
    judgements: tuple[Judgement, ...] = ()


class OptionRow(Record):
    """A row of a ready comparison, with one cell for each option, in their order."""

    title: Annotated[Text, Field(max_length=60)]
    cells: Annotated[tuple[OptionCell, ...], Field(min_length=2)]


class Comparison(Record):
    """A ready comparison: two or three options, our verdict, and the few facts that decide it. The rows of `services` are compared beside its own."""

    id: Slug
    title: Text
    question: Text
    services: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=4)]
    options: Annotated[tuple[ComparedOption, ...], Field(min_length=2, max_length=3)]
    verdict: Judgement
    facts: Annotated[tuple[Fact, ...], Field(min_length=2, max_length=3)]
    rows: tuple[OptionRow, ...] = ()
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]


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


class Reason(Record):
    """Our judgement, and pointers to the facts it rests on: `services/ID#FACT` or `connections/ID` (what flows along it)."""

    text: Text
    facts: tuple[Text, ...] = ()


class Against(Record):
    """A service that an answer rules out, or that came second, and why."""

    service: Slug
    text: Text
    facts: tuple[Text, ...] = ()


class Fork(Record):
    """Another way on where earlier answers (`question.option`, all of them) were given."""

    when: Annotated[tuple[Text, ...], Field(min_length=1)]
    next: Slug


class Option(Record):
    """An answer to a question: what follows it (a question or a recommendation), and what speaks for it."""

    id: Slug
    text: Annotated[Text, Field(max_length=90)]
    short: Annotated[Text, Field(max_length=32)]
    next: Slug
    forks: tuple[Fork, ...] = ()
    because: tuple[Reason, ...] = ()
    rules_out: tuple[Against, ...] = ()


class DecisionQuestion(Record):
    id: Slug
    text: Text
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    note: Text | None = None


class Recommendation(Record):
    """Where the questions end: one service or a combination, the main one first, and what came second."""

    id: Slug
    title: Text
    services: Annotated[tuple[Slug, ...], Field(min_length=1)]
    summary: Text
    because: tuple[Reason, ...] = ()
    changes: tuple[Reason, ...] = ()
    runner_up: Against
    use_case: Slug | None = None


class Decision(Record):
    """The questions of the helper, beginning with `start`, and all that they can end on."""

    start: Slug
    questions: Annotated[tuple[DecisionQuestion, ...], Field(min_length=1)]
    recommendations: Annotated[tuple[Recommendation, ...], Field(min_length=1)]


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
