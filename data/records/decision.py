"""The record of the questions that end on a recommendation."""

from typing import Annotated

from pydantic import Field

from data.records.statements import Record, Slug, Text


class Reason(Record):
    """Our judgement, and pointers to the facts it rests on: `services/ID#FACT` or `connections/ID` (what flows along
    it)."""

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
