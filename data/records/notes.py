"""The statements of the text that the project began with, judged."""

from typing import Annotated

from pydantic import Field

from data.records.statements import Record, Slug, Source, SourceKeys, Text, Verdict


class Note(Record):
    """A statement of the text that the project began with, its verdict, and where the catalog tells it:
    `services/ID`, `services/ID#FACT`, `connections/ID` or `use_cases/ID`."""

    id: Slug
    section: Text
    quote: Text
    verdict: Verdict
    accurate: Text
    where: Annotated[tuple[Text, ...], Field(min_length=1)]
    source: Annotated[SourceKeys, Field(min_length=1)]


class Notes(Record):
    """All statements of that text, and the pages that judge them."""

    sources: dict[Slug, Source]
    notes: tuple[Note, ...]
