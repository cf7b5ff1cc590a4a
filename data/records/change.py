"""The record of a change: what the catalog said, what it says now, and why."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from data.records.statements import Record, Slug, Source, SourceKeys, Text

ChangeKind = Literal[
    "scope",
    "contradiction",
    "outdated",
    "disagreement",
    "confusion",
    "way-out",
    "consequence",
    "missing",
    "running",
    "wrong",
    "unconfirmed",
]


class Change(Record):
    """A statement that was changed on a day. `old` is absent where the statement is new, `new` where it left.

    `about` points at what was changed: `services/ID`, `services/ID#FACT`, `connections/ID`, `use_cases/ID`,
    `glossary/ID`, `comparisons/ID`, `conflicts/ID`, `decision`, `capabilities`, `capabilities/ID`, `notes` or
    `unconfirmed`. `kind` says which fault was mended.
    """

    id: Slug
    date: datetime.date
    about: Text
    kind: ChangeKind | None = None
    old: Text | None = None
    new: Text | None = None
    why: Text
    source: Annotated[SourceKeys, Field(min_length=1)]
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]

    @model_validator(mode="after")
    def _says_something(self) -> "Change":
        if self.old == self.new:
            raise ValueError("old and new say the same; one of them may be absent")
        return self
