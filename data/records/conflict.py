"""Where official pages disagree, and what none of them states."""

from typing import Annotated

from pydantic import Field

from data.records.statements import Record, Slug, Source, SourceKeys, Text


class Claim(Record):
    says: Text
    source: Annotated[SourceKeys, Field(min_length=1)]


class Conflict(Record):
    """Official pages that disagree: every figure with its address. `about` is a service."""

    id: Slug
    about: Slug
    question: Text
    claims: Annotated[tuple[Claim, ...], Field(min_length=2)]
    shown: Text
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]


class Unconfirmed(Record):
    """Something that no official page read so far states; it is listed, and nowhere shown as fact."""

    about: Slug
    text: Text
