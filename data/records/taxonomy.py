"""What services and connections are sorted by."""

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


class Taxonomy(Record):
    categories: tuple[Named, ...]
    lanes: tuple[Named, ...]
    kinds: tuple[Named, ...]
    capabilities: tuple[Named, ...]
    order: Order = Order()
