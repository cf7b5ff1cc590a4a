"""A question that is put to a design: what is asked, why it matters, what to do, and when it is right to leave it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from data.records.statements import ConnectionId, Record, Slug, Text

Severity = Literal["high", "medium", "low", "ask"]
Answer = bool | int | float | str


class Condition(Record):
    """What has to hold: of a setting, of the arrows of a resource, or of one or all of several conditions.

    `linked_from`, `linked_to` and `by_source` name services; with them `at_least` and `at_most` count arrows (one at
    least, if neither is given).
    """

    setting: Text | None = None
    equals: Answer | None = None
    differs: Answer | None = None
    one_of: tuple[Answer, ...] = ()
    begins: Text | None = None
    given: bool | None = None
    at_least: int | float | None = None
    at_most: int | float | None = None
    linked_from: tuple[Slug, ...] = ()
    linked_to: tuple[Slug, ...] = ()
    as_service: Slug | None = None
    by_source: tuple[Slug, ...] = ()
    folded: Slug | None = None
    bypassed: bool | None = None
    any_of: tuple[Condition, ...] = ()

    @model_validator(mode="after")
    def _says_one_thing(self) -> Condition:
        subjects = (
            self.setting is not None,
            bool(self.linked_from),
            bool(self.linked_to),
            bool(self.by_source),
            self.folded is not None,
            self.bypassed is not None,
            bool(self.any_of),
        )
        if sum(subjects) != 1:
            raise ValueError("a condition is about exactly one thing")
        tests = (self.equals, self.differs, self.begins, self.given, self.at_least, self.at_most, self.one_of or None)
        if self.setting is not None and all(test is None for test in tests):
            raise ValueError("a condition of a setting says what it has to be")
        return self


class Route(Record):
    """The alternative, as arrows of the landscape."""

    title: Text
    connections: Annotated[tuple[ConnectionId, ...], Field(min_length=1)]


class Finding(Record):
    """One question. `about` are kinds of resources (`data/estate/types.yaml`); `why` points at facts of the catalog,
    so that address and date come along.

    The question is put where all of `applies` holds or may hold; all is well where all of `good` holds. `also_known`
    are the ids under which checkov and
    cfn_nag ask the same, so that what was accepted there is accepted here.
    """

    id: Slug
    title: Annotated[Text, Field(max_length=70)]
    asks: Text
    about: Annotated[tuple[Slug, ...], Field(min_length=1)]
    severity: Severity
    applies: tuple[Condition, ...] = ()
    good: tuple[Condition, ...] = ()
    why: Annotated[tuple[Text, ...], Field(min_length=1)]
    do: Text
    costs: Text
    ignore_when: Text
    alternative: Route | None = None
    also_known: tuple[Text, ...] = ()
