"""What services and connections are sorted by."""

from typing import Literal

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
    words what flows where a connection does not say it itself."""

    follows: Literal["data", "question"] = "data"
    flow: Text | None = None


class Taxonomy(Record):
    categories: tuple[Named, ...]
    lanes: tuple[Named, ...]
    kinds: tuple[LineKind, ...]
    capabilities: tuple[Named, ...]
    order: Order = Order()
