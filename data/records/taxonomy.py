"""What services and connections are sorted by."""

from typing import Annotated, Literal

from pydantic import Field

from data.records.statements import Record, Slug, Text


class Named(Record):
    """A category, a lane, a kind of connection or a capability."""

    id: Slug
    name: Text
    text: Text


class Order(Record):
    """The order in which services and use cases are told, by id; what is not listed follows."""

    services: tuple[Slug, ...] = ()
    use_cases: tuple[Slug, ...] = ()


class LineKind(Named):
    """A kind of connection: whether its arrows go the way the data goes, or from who asks to who answers, and in a few
    words what flows where a connection does not say it itself. Where it is a `layer`, the wide map draws its lines, and
    the services that nothing else joins, only for those who want them."""

    follows: Literal["data", "question"] = "data"
    flow: Text | None = None
    layer: bool = False


class Family(Named):
    """Services that the wide map draws as one box until somebody opens it: the one by whose id it goes, and
    `members`."""

    name: Annotated[Text, Field(max_length=12)]
    members: Annotated[tuple[Slug, ...], Field(min_length=1)]

    @property
    def services(self) -> tuple[str, ...]:
        """All of it, by id, the one that it is named after first."""
        return (self.id, *self.members)


class Taxonomy(Record):
    categories: tuple[Named, ...]
    lanes: tuple[Named, ...]
    kinds: tuple[LineKind, ...]
    capabilities: tuple[Named, ...]
    families: tuple[Family, ...] = ()
    order: Order = Order()
