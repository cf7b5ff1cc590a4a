"""The record of a learning path: a few stops, one idea each, on the same map."""

from typing import Annotated

from pydantic import Field

from data.records.statements import Record, Slug, Text

Pointer = Annotated[Text, Field(pattern=r"^(services|connections|use_cases|comparisons|troubles|costs)/[a-z0-9#-]+$")]


class Stop(Record):
    """One idea, in our words, with the facts it rests on (`services/ID#FACT`, `connections/ID`).

    `about` is what "more" opens: a service, a connection, a use case, a comparison, a trouble, a limit
    (`services/ID#LIMIT`) or a question of the costs (`costs/MODEL`). `lights` are services and connections that are lit
    on the map. `take` and `leave` are our judgement, a sentence each. Two stops never have the same id, in any path.
    """

    id: Annotated[Slug, Field(max_length=40)]
    title: Annotated[Text, Field(max_length=50)]
    about: Pointer
    lights: Annotated[tuple[Text, ...], Field(min_length=1)]
    idea: Annotated[Text, Field(max_length=320)]
    facts: Annotated[tuple[Text, ...], Field(min_length=1, max_length=3)]
    take: Annotated[Text, Field(max_length=220)]
    leave: Annotated[Text, Field(max_length=220)]


class LearningPath(Record):
    """A path through the atlas. `before` names the paths that it builds on, `terms` the words of the glossary that it
    needs."""

    id: Slug
    title: Annotated[Text, Field(max_length=40)]
    audience: Text
    order: int
    before: tuple[Slug, ...] = ()
    stops: Annotated[tuple[Stop, ...], Field(min_length=3, max_length=12)]
    terms: tuple[Slug, ...] = ()
