"""The record of a connection."""

from typing import Annotated, Literal

from pydantic import Field

from data.records.statements import ConnectionId, Fact, Kind, Record, Slug, Source, SourceKeys, Text, Timing

DataGoes = Literal["along", "against", "both", "not"]
# Which way the data goes along an arrow of a kind, where the connection does not say it itself.
DATA_GOES: dict[Kind, DataGoes] = {"query": "against", "cache": "both", "identity": "not", "control": "not"}


class Connection(Record):
    """An arrow of the landscape, from where the data (or, for query, cache, identity and control, the request) comes
    to where it goes. `data_goes` says which way data goes along it where the kind does not tell: an application that
    reads and writes sends it `both` ways, an order carries none. `flow` says in two to four words what it carries."""

    id: ConnectionId
    source_id: Slug
    target_id: Slug
    kind: Kind
    flow: Annotated[Text, Field(max_length=26)] | None = None
    timing: Timing
    started_by: Literal["source", "target", "service"]
    scope: Literal["core", "wide"] = "wide"
    confidence: Literal["high", "medium"]
    data_goes: DataGoes | None = None
    what: Fact
    how: Text
    facts: tuple[Fact, ...] = ()
    limits: tuple[Fact, ...] = ()
    permissions: tuple[Text, ...] = ()
    docs: Annotated[SourceKeys, Field(min_length=1)]
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]

    @property
    def data_way(self) -> DataGoes:
        """Which way data goes: along the arrow, against it, both ways, or not at all."""
        return self.data_goes or DATA_GOES.get(self.kind, "along")
