"""The record of a trouble: what people see when something goes wrong, what it means, and what to do about it."""

from typing import Annotated

from pydantic import Field

from data.records.statements import ConnectionId, Fact, Judgement, Record, Slug, Source, Text


class Trouble(Record):
    """Something that goes wrong, as people meet it. `seen` holds messages, statuses and what they see, in their words;
    `check` and `do` come in the order in which one would go about it, and are our judgement where no source is named.
    `services` are those whose cards show it, the first one above all; `limits` (`service.limit`) are those that it
    tells the hitting of."""

    id: Slug
    symptom: Annotated[Text, Field(max_length=100)]
    seen: Annotated[tuple[Text, ...], Field(min_length=1)]
    means: Fact
    check: Annotated[tuple[Judgement, ...], Field(min_length=1)]
    do: Annotated[tuple[Judgement, ...], Field(min_length=1)]
    costs: Judgement
    services: Annotated[tuple[Slug, ...], Field(min_length=1)]
    connections: tuple[ConnectionId, ...] = ()
    use_cases: tuple[Slug, ...] = ()
    limits: tuple[Text, ...] = ()
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]
