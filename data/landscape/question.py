"""What a visitor can ask of the landscape."""

from dataclasses import dataclass, field
from typing import Literal

from data.landscape.filters import LandscapeFilter
from data.landscape.graph import Direction
from data.landscape.paths import Meaning

Scope = Literal["core", "wide"]
Look = Literal["focus", "only"]


@dataclass(frozen=True)
class Question:
    """All that a visitor can ask of the landscape, as ids of the catalog; `route` counts from 1. `part` is that of the
    card that is open: it changes nothing on the map, so questions that differ in it alone are equal.

    `layers` (kinds) are drawn and `families` stand open on the wide map, whatever else is wanted.
    """

    filter: LandscapeFilter = field(default_factory=LandscapeFilter)
    service: str | None = None
    connection: str | None = None
    depth: int = 1
    direction: Direction = "both"
    start: str | None = None
    end: str | None = None
    meaning: Meaning = "data"
    route: int = 1
    look: Look = "focus"
    scope: Scope = "core"
    part: str | None = field(default=None, compare=False)
    layers: tuple[str, ...] = ()
    families: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked but what to draw."""
        return self.filter.is_empty and not (self.service or self.connection or self.asks_path)

    @property
    def selects(self) -> bool:
        """Whether a service, a connection or an end of a path is chosen."""
        return bool(self.service or self.connection or self.start or self.end)

    @property
    def asks_path(self) -> bool:
        """Whether both ends of a path are named."""
        return bool(self.start and self.end)
