"""What the graph reports. The browser supplies every id: look it up before using it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chosen:
    """A box or a line was clicked; `kind` is the role of its trace (`service` or `connection`)."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of the head or of the legend was pressed: the name of its group, its id."""

    group: str
    id: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """Empty space was clicked, or Esc pressed, while something could be cleared."""


Event = Chosen | Pressed | Cleared


def read_event(told: object) -> Event | None:
    """The event that the browser told, None where it makes no sense."""
    if not isinstance(told, dict):
        return None
    words = {name: value for name, value in told.items() if isinstance(value, str)}
    match words:
        case {"type": "chosen", "kind": "service" | "connection" as kind, "id": identity}:
            return Chosen(kind, identity)
        case {"type": "pressed", "group": group, "id": identity}:
            return Pressed(group, identity)
        case {"type": "cleared"}:
            return Cleared()
    return None
