"""The record of a use case: its steps, why it is so, what may fail, what else would do."""

from typing import Annotated

from pydantic import Field

from data.records.statements import ConnectionId, Judgement, Record, Slug, Source, SourceKeys, Text


class Step(Record):
    """One step of a use case, carried by one connection of the catalog."""

    title: Annotated[Text, Field(max_length=60)]
    text: Text
    connection: ConnectionId
    source: SourceKeys = ()


class Failure(Record):
    """What fails (a service or a connection), what then happens, and what to do about it. `late`, `lost` and `wrong`
    are the services of the use case that then get what they need too late, not at all, or as it is not: our reading
    of `then`."""

    part: Text
    what: Text
    then: Text
    do: Text
    late: tuple[Slug, ...] = ()
    lost: tuple[Slug, ...] = ()
    wrong: tuple[Slug, ...] = ()
    source: SourceKeys = ()

    @property
    def hit(self) -> dict[str, str]:
        """What becomes of each service that the failure reaches: `late`, `lost` or `wrong`."""
        told = (("late", self.late), ("lost", self.lost), ("wrong", self.wrong))
        return {service: effect for effect, services in told for service in services}


class Alternative(Record):
    """What else would do. `route` holds the connections that it goes by, `without` those of the use case that it does
    without; where the catalog has no connection for it, it is told in words alone. `compare` are the services between
    which it is decided."""

    title: Text
    text: Text
    services: tuple[Slug, ...] = ()
    route: tuple[ConnectionId, ...] = ()
    without: tuple[ConnectionId, ...] = ()
    compare: Annotated[tuple[Slug, ...], Field(max_length=4)] = ()
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
