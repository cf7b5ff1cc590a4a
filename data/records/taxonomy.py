"""What services and connections are sorted by."""

from data.records.statements import Record, Slug, Text


class Named(Record):
    """A category, a lane, a kind of connection or a capability."""

    id: Slug
    name: Text
    text: Text


class Taxonomy(Record):
    categories: tuple[Named, ...]
    lanes: tuple[Named, ...]
    kinds: tuple[Named, ...]
    capabilities: tuple[Named, ...]
