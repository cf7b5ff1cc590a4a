"""The record of a ready comparison."""

from typing import Annotated

from pydantic import Field

from data.records.service import Limit
from data.records.statements import ConnectionId, Fact, Judgement, Record, Slug, Source, Text


class ComparedOption(Record):
    """One side of a ready comparison: a service, a setting of one, or a way along connections."""

    name: Annotated[Text, Field(max_length=40)]
    text: Text
    services: tuple[Slug, ...] = ()
    connections: tuple[ConnectionId, ...] = ()


class OptionCell(Record):
    """What holds for one option in one row: statements, a figure, our judgement; all three empty where AWS publishes
    nothing."""

    facts: tuple[Fact, ...] = ()
    figure: Limit | None = None
    judgements: tuple[Judgement, ...] = ()


class OptionRow(Record):
    """A row of a ready comparison, with one cell for each option, in their order."""

    title: Annotated[Text, Field(max_length=60)]
    cells: Annotated[tuple[OptionCell, ...], Field(min_length=2)]


class Comparison(Record):
    """A ready comparison: two or three options, our verdict, and the few facts that decide it. The rows of `services`
    are compared beside its own."""

    id: Slug
    title: Text
    question: Text
    services: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=4)]
    options: Annotated[tuple[ComparedOption, ...], Field(min_length=2, max_length=3)]
    verdict: Judgement
    facts: Annotated[tuple[Fact, ...], Field(min_length=2, max_length=3)]
    rows: tuple[OptionRow, ...] = ()
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]
