"""Where the arrows of a slide meet their boxes: every end has a connection site of its own, so that no head lies on a
tail, and the courses of the screen, which lead around other boxes, stay as they are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Literal

from components.exports.record import ends_of
from components.picture.curves import Point
from components.picture.marks import ArrowMark, BoxMark

Side = Literal["top", "left", "bottom", "right"]
# The sides in the order in which PowerPoint counts the sites of a box, and the direction out of each.
ANGLES: dict[Side, int] = {"top": 16200000, "left": 10800000, "bottom": 5400000, "right": 0}
APART, CORNER, NEAR = 9.0, 7.0, 8.0
ACROSS = 24.0  # Less is no way to another column.
STRAIGHT = 2.5  # A course that strays less than this from a straight line is one.


@dataclass(frozen=True)
class Site:
    """A place on the border of a box, from its centre, and the direction out of it (60,000ths of a degree)."""

    at: Point
    angle: int


@dataclass(frozen=True)
class Way:
    """An arrow between two sites, which are numbers in the lists of their boxes; y grows upward."""

    start: int
    end: int
    course: tuple[Point, ...]

    @property
    def is_straight(self) -> bool:
        (x0, y0), (x1, y1) = self.course[0], self.course[-1]
        length = hypot(x1 - x0, y1 - y0) or 1.0
        return all(abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length < STRAIGHT for x, y in self.course)


@dataclass(frozen=True)
class Glue:
    """The sites of every box and the way of every arrow, by id."""

    sites: Mapping[str, tuple[Site, ...]]
    ways: Mapping[str, Way]


def glue_of(boxes: Sequence[BoxMark], arrows: Sequence[ArrowMark]) -> Glue:
    """Sites and ways for a scene; they depend on what is drawn and where, not on what is lit."""
    centres = {box.id: (box.x, box.y) for box in boxes}
    half = (boxes[0].width / 2, boxes[0].height / 2) if boxes else (1.0, 1.0)  # all are of one size
    ends: dict[tuple[str, Side], list[tuple[float, str, bool]]] = defaultdict(list)
    for arrow in arrows:
        for box, point, is_head in zip(ends_of(arrow), (arrow.course[0], arrow.course[-1]), (False, True), strict=True):
            side, along = _on_border(point, centres[box], half)
            ends[box, side].append((along, arrow.id, is_head))
    sites = {box: [Site(_at(side, 0.0, half), angle) for side, angle in ANGLES.items()] for box in centres}
    numbers: dict[tuple[str, bool], int] = {}
    for (box, side), met in sorted(ends.items()):
        room = half[0 if side in {"top", "bottom"} else 1] - CORNER
        met.sort()
        for (_, arrow_id, is_head), along in zip(met, _apart([end[0] for end in met], room), strict=True):
            numbers[arrow_id, is_head] = len(sites[box])
            sites[box].append(Site(_at(side, along, half), ANGLES[side]))
    ways = {}
    for arrow in arrows:
        tail, head = ends_of(arrow)
        start, end = numbers[arrow.id, False], numbers[arrow.id, True]
        first, last = _placed(centres[tail], sites[tail][start]), _placed(centres[head], sites[head][end])
        between = (
            ()
            if _is_free(first, last, [box for box in boxes if box.id not in (tail, head)])
            else _between(arrow.course[1:-1], first, last)
        )
        ways[arrow.id] = Way(start, end, (first, *between, last))
    return Glue({box: tuple(found) for box, found in sites.items()}, ways)


def _on_border(point: Point, centre: Point, half: Point) -> tuple[Side, float]:
    """The side of a box that a point is nearest to, and where along that side it is, from its middle."""
    x, y = point[0] - centre[0], point[1] - centre[1]
    if abs(x) / half[0] > abs(y) / half[1]:
        return ("right" if x > 0 else "left"), y
    return ("top" if y > 0 else "bottom"), x


def _at(side: Side, along: float, half: Point) -> Point:
    if side in {"top", "bottom"}:
        return along, half[1] if side == "top" else -half[1]
    return (half[0] if side == "right" else -half[0]), along


def _apart(wanted: Sequence[float], room: float) -> list[float]:
    """Places in the same order, within `room` to both sides of the middle, no two nearer than they have to be."""
    gap = min(APART, 2 * room / max(len(wanted) - 1, 1))
    found: list[float] = []
    for value in wanted:
        found.append(max(value, -room, *(before + gap for before in found[-1:])))
    limit = room
    for place in reversed(range(len(found))):
        found[place] = min(found[place], limit)
        limit = found[place] - gap
    return found


def _is_free(first: Point, last: Point, others: Sequence[BoxMark]) -> bool:
    """Whether an arrow can go straight: it leads from one column to another, and between its ends there is no box of
    others that it could meet, so that its curve is for the eye alone."""
    (left, right), (low, high) = sorted((first[0], last[0])), sorted((first[1], last[1]))
    return right - left > ACROSS and not any(
        left < box.x + box.width / 2 - 1
        and right > box.x - box.width / 2 + 1
        and low < box.y + box.height / 2 - 1
        and high > box.y - box.height / 2 + 1
        for box in others
    )


def _placed(centre: Point, site: Site) -> Point:
    return centre[0] + site.at[0], centre[1] + site.at[1]


def _between(course: Sequence[Point], first: Point, last: Point) -> list[Point]:
    """The points of a course that are not so near to an end that the line would turn back there."""
    return [point for point in course if all(hypot(point[0] - x, point[1] - y) > NEAR for x, y in (first, last))]
