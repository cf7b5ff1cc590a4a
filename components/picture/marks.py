"""The marks of a picture, as plain records: what is drawn, where, and whether it is lit."""

from dataclasses import dataclass

from components.picture.curves import Point


@dataclass(frozen=True, slots=True)
class BoxMark:
    """A service as drawn: its name, and what it is, in lines; `x`, `y` is its centre. A box for a family
    also `holds` others, by id, and `lights` those in it that are lit. `mark` is a word on its border for what becomes
    of it."""

    id: str
    lines: tuple[str, ...]
    name: str
    category: str
    hover: str
    x: float
    y: float
    width: float
    height: float
    lit: bool
    selected: bool
    what: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()
    mark: str = ""

    @property
    def marked_name(self) -> str:
        """The name with the mark, for what has no place for it on the border."""
        return f"{self.name} ({self.mark})" if self.mark else self.name


@dataclass(frozen=True, slots=True)
class ArrowMark:
    """A connection as drawn, from tail to tip; it `asks` where it goes from who asks to who answers, and follows the
    data otherwise. `badge` numbers the steps that it carries, and stands at `badge_at`; `quiet` ones were walked
    before. `words` say what flows, and stand at `words_at` where there is room for them. A line for several connections
    `carries` them, and its badge tells how many; where they run `both` ways it has two heads, and where they are of
    several `kinds` it looks like none of these."""

    id: str
    name: str
    kind: str
    hover: str
    tail: str
    head: str
    course: tuple[Point, ...]
    lit: bool
    selected: bool
    asks: bool = False
    quiet: bool = False
    badge: str = ""
    badge_at: Point = (0.0, 0.0)
    words: str = ""
    words_at: Point | None = None
    carries: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    both: bool = False

    @property
    def connections(self) -> tuple[str, ...]:
        """The ids of all connections that it carries."""
        return self.carries or (self.id,)


@dataclass(frozen=True, slots=True)
class LaneMark:
    name: str
    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class LegendMark:
    """An entry of the legend: how many services it would leave, whether it is chosen now. One without a count only
    explains, and cannot be pressed."""

    id: str
    name: str
    count: int | None = None
    chosen: bool = False
    text: str = ""
    asks: bool = False
