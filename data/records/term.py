"""The record of a glossary entry."""

from typing import Annotated

from pydantic import Field

from data.records.statements import Record, Slug, Source, SourceKeys, Text


class Term(Record):
    """A glossary entry. `also` holds other words that mean it; `about` the services whose cards explain it, with
    their parts, where the word means something else elsewhere (empty: every card)."""

    id: Slug
    term: Text
    also: tuple[Text, ...] = ()
    about: tuple[Slug, ...] = ()
    definition: Text
    source: Annotated[SourceKeys, Field(min_length=1)]
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]
