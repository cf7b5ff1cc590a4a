"""What is taken along: one frozen record of what is on the screen, and what every format says about it in the
same way."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from components.picture.marks import ArrowMark
from components.picture.scene import Scene
from components.picture.theme import Mode
from components.text.citations import MONTHS
from components.text.plain_text import counted
from data.costs.summary import CostSummary
from data.landscape.view import View
from data.records import Connection, LineKind, Named, Taxonomy, UseCase

LONGEST_NAME = 60
ARROWS_IN_WORDS = "A filled head: data goes that way. A hollow head: who asks, to who answers."


@dataclass(frozen=True)
class Numbered:
    """A step in the order in which it is told: its title, and the connection that carries it."""

    number: int
    title: str
    connection: Connection


@dataclass(frozen=True)
class ExportRecord:
    """Exactly what the screen shows: the scene, the view, and where and when it was. `filters` says in words what was
    asked for.

    `walk` is the numbered way: the steps of a use case, or those of a path. `stem` begins the names of its files,
    `site` is the address of the app.
    """

    scene: Scene
    view: View
    title: str
    filters: str
    address: str
    day: date
    mode: Mode
    taxonomy: Taxonomy
    use_case: UseCase | None = None
    walk: tuple[Numbered, ...] = field(default=())
    costs: CostSummary | None = None
    stem: str = ""
    site: str = ""

    def file_name(self, ending: str, *, part: str = "", whole: bool = False) -> str:
        """A name after what the file holds: `siem.svg`, `siem-step-2-of-8.svg`,
        `dynamodb-and-its-neighbours-services.csv`.

        `whole` leaves out the step of a use case, for files that hold all of them.
        """
        name = self.use_case.id if self.use_case and whole else self.stem or slug_of(self.title) or "landscape"
        return f"{name}-{part}.{ending}" if part else f"{name}.{ending}"

    @property
    def date_in_words(self) -> str:
        return f"{self.day.day} {MONTHS[self.day.month]} {self.day.year}"

    @property
    def counts_in_words(self) -> str:
        """How much is lit, how much of that stands inside of boxes, and how much is drawn where that is more."""
        lit = (
            f"{counted(len(self.view.lit_services), 'service')} and "
            f"{counted(len(self.view.lit_connections), 'connection')}"
        )
        in_lines = {connection for arrow in self.scene.arrows for connection in arrow.connections}
        if inside := len(self.view.lit_connections - in_lines):
            lit += f", {inside} of them inside boxes"
        dimmed = (
            len(self.view.services - self.view.lit_services),
            len(self.view.connections - self.view.lit_connections),
        )
        if not any(dimmed):
            return lit
        return f"{lit}; dimmed: {counted(dimmed[0], 'service')} and {counted(dimmed[1], 'connection')}"

    def categories(self) -> tuple[Named, ...]:
        """The categories of the services that are drawn, in the order of the taxonomy."""
        drawn = {box.category for box in self.scene.boxes}
        return tuple(entry for entry in self.taxonomy.categories if entry.id in drawn)

    def kinds(self) -> tuple[LineKind, ...]:
        """The kinds of the connections that are drawn, in the order of the taxonomy."""
        return tuple(entry for entry in self.taxonomy.kinds if entry.id in self.scene.kinds_drawn)

    def identity(self) -> dict[str, Any]:
        """What is drawn and lit, by id, where from and when: the same in the metadata of every format."""
        return {
            "title": one_line(self.title),
            "filters": one_line(self.filters),
            "address": self.address,
            "date": self.day.isoformat(),
            "use_case": self.use_case.id if self.use_case else None,
            "services": sorted(self.view.services),
            "connections": sorted(self.view.connections),
            "lit_services": sorted(self.view.lit_services),
            "lit_connections": sorted(self.view.lit_connections),
            "names": {box.id: one_line(box.name) for box in self.scene.boxes},
        }


def ends_of(arrow: ArrowMark) -> tuple[str, str]:
    """The ids of the services that an arrow leads from and to."""
    return arrow.tail, arrow.head


def slug_of(title: str, longest: int = LONGEST_NAME) -> str:
    """A title as part of a file's name: `dynamodb-and-its-neighbours`; empty where no letter of it is Latin."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return slug if len(slug) <= longest else slug[: longest + 1].rpartition("-")[0] or slug[:longest]


def one_line(text: str) -> str:
    """`text` in one line, without characters that XML forbids or that nobody sees."""
    visible = (
        " " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c
        for c in text
        if unicodedata.category(c) not in {"Cs", "Cn"}
    )
    return " ".join("".join(visible).split())
