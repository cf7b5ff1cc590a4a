"""The record of a connection."""

from typing import Annotated, Literal

from pydantic import Field

from data.records.statements import ConnectionId, Fact, Kind, Record, Slug, Source, SourceKeys, Text, Timing


class Connection(Record):
    """An arrow of the landscape, from where the data (or, for query, cache, identity and control, the request) comes
    to where it goes."""

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
