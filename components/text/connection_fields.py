"""What is told of a connection, field by field. The card, the slide and the page to take along tell these, in this
order, each in its own form; a slide, which has little room, tells the brief ones."""

from dataclasses import dataclass

from data.records import Catalog, Connection, Fact

LISTED_TITLES = GOOD_TO_KNOW, LIMITS, PERMISSIONS = "Good to know", "Limits", "Permissions"
TIMING = {
    "sync": "synchronous: the caller waits for the answer",
    "async": "asynchronous: buffered or eventual",
    "both": "synchronous or asynchronous, as you choose",
}


@dataclass(frozen=True)
class Field:
    """A title, and what stands under it: facts with their sources, or plain text. `listed` fields are lists."""

    title: str
    entries: tuple[Fact | str, ...]
    brief: bool = False
    listed: bool = False


def connection_fields(catalog: Catalog, connection: Connection) -> tuple[Field, ...]:
    """All fields of a connection that say something."""
    fields = (
        Field("What flows", (connection.what,), brief=True),
        Field("How", (connection.how,), brief=True),
        Field("Timing", (TIMING[connection.timing],), brief=True),
        Field("Started by", (_started_by(catalog, connection),)),
        Field(GOOD_TO_KNOW, connection.facts, listed=True),
        Field(LIMITS, connection.limits, listed=True),
        Field(PERMISSIONS, connection.permissions, listed=True),
    )
    return tuple(field for field in fields if field.entries)


def brief_fields(catalog: Catalog, connection: Connection) -> tuple[Field, ...]:
    """Those for which there is always room."""
    return tuple(field for field in connection_fields(catalog, connection) if field.brief)


def told(field: Field) -> str:
    """What a field says, as plain text."""
    return " ".join(entry if isinstance(entry, str) else entry.text for entry in field.entries)


def _started_by(catalog: Catalog, connection: Connection) -> str:
    if connection.started_by == "service":
        return "AWS, by itself"
    end = connection.source_id if connection.started_by == "source" else connection.target_id
    return catalog.services[end].short_name
