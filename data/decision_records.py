"""The records that help to decide: ready comparisons, and the questions that end on a recommendation."""

from typing import Annotated

from pydantic import Field

from data.service_records import Limit
from data.statements import ConnectionId, Fact, Judgement, Record, Slug, Source, Text


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
