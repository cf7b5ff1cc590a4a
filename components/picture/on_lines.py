"""Where the numbers of steps and the words stand on their arrows: not on a box, not on each other, near the middle if
they can."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from components.picture.curves import Point, along, length_of
from components.picture.places import BOX_WIDTH, Layout

BADGE, AMOUNT, WORDS = 17.0, 12.5, 15.0  # sizes of letters, in units of which a box is 140 wide
TIMES = "×"  # stands before how many connections a line carries
LETTER = 0.5  # width of one, about, in sizes
AIR = 1.5
SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86)
HIDDEN = 1.3  # of the width of a badge: a line that is not longer cannot be seen below it
BESIDE = 5.0  # between a line and the badge that stands beside it
NEAR = 6.0  # words closer to another line would be taken for its own
ASIDE = 12.0  # between the middle of a line and the middle of words beside it
UNDER_HEADS = (8.0, 16.0)  # what is free above and below all boxes of a picture in lanes
LINE_OUTSIDE = 30.0  # what a line above or below all boxes takes with its number and its words


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle that is taken: its centre and half of its width and height."""

    x: float
    y: float
    wide: float
    high: float

    def over(self, other: "Patch") -> float:
        """How deep one lies over the other; 0 where they are apart."""
        across = self.wide + other.wide - abs(self.x - other.x)
        return max(0.0, min(across, self.high + other.high - abs(self.y - other.y)))


def badge_size(badge: str) -> float:
    """The size of the letters: how many connections a line carries is told more quietly than the number of a step, or
    the sign of what fails."""
    return AMOUNT if badge.startswith(TIMES) and badge != TIMES else BADGE


def badge_width(badge: str) -> float:
    """The width of the disc of a number; it is as high as that of one letter."""
    return badge_size(badge) * max(1.6, 0.8 + 0.5 * len(badge))


def room_beyond(courses: Iterable[Sequence[Point]], height: float) -> tuple[float, float]:
    """How much is taken above and below all boxes, `height` high, by lines that run there; 0 where none does."""
    ups = [y for course in courses for _, y in course]
    above, below = max(ups, default=0.0) - height, -min(ups, default=0.0)
    return (above + LINE_OUTSIDE if above > 0 else 0.0), (below + LINE_OUTSIDE if below > 0 else 0.0)


def place_badges(layout: Layout, badges: Mapping[str, str]) -> dict[str, Point]:
    """A place for the badge of every arrow that has one: the best of those on the arrow, or beside one that it would
    hide."""
    taken = _boxes(layout)
    placed: dict[str, Point] = {}
    for arrow in sorted(badges, key=lambda name: (length_of(layout.arrows.get(name, ((0, 0),))), name)):
        if arrow not in layout.arrows:
            continue
        half = badge_width(badges[arrow]) / 2 + AIR
        course = layout.arrows[arrow]
        tried = [along(course, share) for share in SHARES]
        if length_of(course) < 2 * half * HIDDEN:
            tried = [(x + side * (half + BESIDE), y) for side in (1, -1) for x, y in tried]
        patches = [Patch(x, y, half, half) for x, y in tried]
        covered = [sum(patch.over(other) for other in taken) for patch in patches]
        best = min(range(len(tried)), key=lambda place: (round(covered[place], 1), place))
        placed[arrow] = tried[best]
        taken.append(patches[best])
    return placed


def place_words(
    layout: Layout,
    words: Mapping[str, str],
    badges: Mapping[str, str],
    badge_at: Mapping[str, Point],
    *,
    below_heads: bool,
) -> dict[str, Point]:
    """A place for the words of every arrow beside which there is room for them; `below_heads` where lanes have names
    above the boxes."""
    taken = _boxes(layout)
    taken += [Patch(x, y, badge_width(badges[arrow]) / 2, badge_width("1") / 2) for arrow, (x, y) in badge_at.items()]
    above, below = UNDER_HEADS if below_heads else room_beyond(layout.arrows.values(), layout.height)
    placed: dict[str, Point] = {}
    for arrow in sorted(words, key=lambda name: (-length_of(layout.arrows[name]), name)):
        half = len(words[arrow]) * WORDS * LETTER / 2
        for x, y in _beside(layout.arrows[arrow], half):
            patch = Patch(x, y, half, WORDS * 0.6)
            inside = half - 8 <= x <= layout.width - half + 8 and -below <= y - patch.high
            inside = inside and y + patch.high <= layout.height + above
            if inside and not any(patch.over(other) for other in taken) and not _crossed(patch, layout.arrows, arrow):
                placed[arrow] = (round(x, 1), round(y, 1))
                taken.append(patch)
                break
    return placed


def _boxes(layout: Layout) -> list[Patch]:
    return [Patch(x, y, BOX_WIDTH / 2 + AIR, layout.box_height / 2 + AIR) for x, y in layout.boxes.values()]


def _beside(course: Sequence[Point], half: float) -> Iterable[Point]:
    """Places above, below and beside a line, the middle first."""
    for share in SHARES:
        x, y = along(course, share)
        (x0, y0), (x1, y1) = along(course, max(0.0, share - 0.05)), along(course, min(1.0, share + 0.05))
        steep = abs(y1 - y0) > abs(x1 - x0)
        away = half + 7 if steep else 0.0
        if steep:
            yield from ((x + away, y), (x - away, y))
        else:
            slope = abs((y1 - y0) / ((x1 - x0) or 1.0)) * half
            yield from ((x, y + up * (ASIDE + slope)) for up in (1, -1))
            yield from ((x, y + up * (2 * ASIDE + slope)) for up in (1, -1))


def _crossed(patch: Patch, courses: Mapping[str, Sequence[Point]], own: str) -> bool:
    """Whether another line runs through a patch, or close to it."""
    left, right = patch.x - patch.wide, patch.x + patch.wide
    low, high = patch.y - patch.high - NEAR, patch.y + patch.high + NEAR
    for arrow, course in courses.items():
        if arrow == own:
            continue
        for (x0, y0), (x1, y1) in pairwise(course):
            if max(x0, x1) < left or min(x0, x1) > right or max(y0, y1) < low or min(y0, y1) > high:
                continue
            if _meets((x0, y0), (x1, y1), (left, right), (low, high)):
                return True
    return False


def _meets(a: Point, b: Point, across: Point, up: Point) -> bool:
    """Whether the straight line from a to b passes through a rectangle."""
    first, last = 0.0, 1.0
    for start, change, (least, most) in ((a[0], b[0] - a[0], across), (a[1], b[1] - a[1], up)):
        if not change:
            if not least <= start <= most:
                return False
            continue
        enters, leaves = sorted(((least - start) / change, (most - start) / change))
        first, last = max(first, enters), min(last, leaves)
    return first <= last
