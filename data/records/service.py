"""The record of a service, and the parts of its card."""

import re
from typing import Annotated, Literal

from pydantic import Field

from data.records.statements import Fact, Judgement, Record, Slug, Source, SourceKeys, Support, Text


class Limit(Record):
    """A limit or quota. `value` is a number wherever the source gives one; `measure` names what is measured so that
    two services can be compared; `when_hit` says what happens to who goes beyond it, where a page says so, and
    `when_hit_unsaid` names the pages that were read for it where none does."""

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
    when_hit: Fact | None = None
    when_hit_unsaid: Annotated[SourceKeys, Field(min_length=1)] | None = None

    @property
    def in_words(self) -> str:
        """What is limited, to what, and for what: `Item size: 400 KB, item`."""
        return f"{self.name}: {self.value} {self.unit}, {self.scope}"


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
    required_properties: dict[str, tuple[str, ...]] = Field(default_factory=dict)
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
    """A box of the landscape. `what` says in two to four words what it is. `core` ones have a full card; `scope` says
    whether it is drawn at first sight."""

    id: Slug
    name: Text
    short_name: Annotated[Text, Field(max_length=26)]
    what: Annotated[Text, Field(max_length=30)] | None = None
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
    capabilities: dict[Slug, Capability] = Field(default_factory=dict)
    docs: Annotated[SourceKeys, Field(min_length=1)]

    @property
    def limits_by_row(self) -> dict[str, Limit]:
        """The limits by the id of their row in a table, `service.limit`: by their own id or their name, numbered where
        it repeats."""
        found: dict[str, Limit] = {}
        for limit in self.limits:
            own = f"{self.id}.{limit.id or '-'.join(re.findall(r'[a-z0-9]+', limit.name.casefold()))}"
            row = next(name for name in (own, *(f"{own}-{number}" for number in range(2, 99))) if name not in found)
            found[row] = limit
        return found
