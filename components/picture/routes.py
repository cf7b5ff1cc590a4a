"""How arrows run between boxes that stand in columns and rows: from side to side, straight where nothing is in the way,
else through the free places of the columns between. No arrow passes through a box.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from components.picture.curves import Point, bezier
from components.picture.grid import ArrowKey, Slot

Side = Literal["left", "right", "above", "below"]
CLEARANCE = 4.0  # between a line and a box that it passes
BESIDE = 5.0  # between two lines through one free place
EDGE = 11.0  # how far beyond the first and the last row lines may run
PIECES = 8  # of a curve between two columns
ANCHORS = 0.8  # the share of a side at which lines may end


@dataclass(frozen=True, slots=True)
class Field:
    """Where boxes stand: their centres and slots, their size, the free width between two columns, the height of all."""

    centres: Mapping[str, Point]
    slots: Mapping[str, Slot]
    box_width: float
    box_height: float
    gap: float
    height: float


@dataclass
class _Way:
    """An arrow on its way to a course: the sides it leaves from and comes to, and the columns that it passes, each with
    the free place it takes there and the height in it."""

    key: str
    tail: str
    head: str
    start: Side
    end: Side
    passes: list[tuple[int, tuple[float, float]]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    anchors: tuple[float, float] = (0.0, 0.0)


def run_arrows(place: Field, arrows: Sequence[ArrowKey]) -> dict[str, tuple[Point, ...]]:
    """The course of every arrow, from the border of its tail to the border of its head."""
    free = _free_places(place)
    taken: dict[int, set[int]] = defaultdict(set)
    for column, row in place.slots.values():
        taken[column].add(row)
    ways = [_way(place, taken, arrow) for arrow in sorted(arrows)]
    _anchor(place, ways)
    for way in ways:
        _pass_through(place, free, way)
    _keep_apart(ways)
    _anchor(place, ways)
    return {way.key: tuple((round(x, 1), round(y, 1)) for x, y in _course(place, way)) for way in ways}


def _free_places(place: Field) -> dict[int, list[tuple[float, float]]]:
    """For every column the stretches, from below, in which no box stands."""
    occupied: dict[int, list[float]] = defaultdict(list)
    for box, (column, _) in place.slots.items():
        occupied[column].append(place.centres[box][1])
    half = place.box_height / 2 + CLEARANCE
    free = {}
    for column, heights in occupied.items():
        edges = [-EDGE, *(edge for y in sorted(heights) for edge in (y - half, y + half)), place.height + EDGE]
        free[column] = [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if high > low]
    return free


def _way(place: Field, taken: Mapping[int, set[int]], arrow: ArrowKey) -> _Way:
    key, tail, head = arrow
    (c0, r0), (c1, r1) = place.slots[tail], place.slots[head]
    if c0 < c1:
        return _Way(key, tail, head, "right", "left")
    if c0 > c1:
        return _Way(key, tail, head, "left", "right")
    if taken[c0].isdisjoint(range(min(r0, r1) + 1, max(r0, r1))):
        return _Way(key, tail, head, *(("above", "below") if r0 < r1 else ("below", "above")))
    side: Side = "left" if c0 > 0 and c0 == max(taken) else "right"
    return _Way(key, tail, head, side, side)


def _anchor(place: Field, ways: Sequence[_Way]) -> None:
    """Spread the ends of lines along each side of each box, in the order in which the lines go on."""
    ends: dict[tuple[str, Side], list[tuple[float, str, _Way, int]]] = defaultdict(list)
    for way in ways:
        for number, (box, other, side) in enumerate(((way.tail, way.head, way.start), (way.head, way.tail, way.end))):
            onward = place.centres[other][0 if side in {"above", "below"} else 1]
            if way.heights:
                onward = way.heights[0 if number == 0 else -1]
            if way.start == way.end:  # a loop: the nearer box, the nearer to it
                onward = place.centres[box][1] + (onward - place.centres[box][1]) / 1000
            ends[box, side].append((onward, way.key, way, number))
    for (box, side), found in ends.items():
        x, y = place.centres[box]
        length = (place.box_width if side in {"above", "below"} else place.box_height) * ANCHORS
        middle = x if side in {"above", "below"} else y
        step = min(length / len(found), 16.0)
        wanted = (sum(onward for onward, *_ in found) / len(found) - middle) if side in {"left", "right"} else 0.0
        room = (length - step * (len(found) - 1)) / 2
        shift = max(-room, min(room, wanted * 0.25))
        for number, (_, _, way, end) in enumerate(sorted(found, key=lambda entry: entry[:2])):
            at = middle + shift + (number - (len(found) - 1) / 2) * step
            way.anchors = (at, way.anchors[1]) if end == 0 else (way.anchors[0], at)


def _columns_between(place: Field, way: _Way) -> range:
    first, last = place.slots[way.tail][0], place.slots[way.head][0]
    return range(first + 1, last) if first < last else range(first - 1, last, -1)


def _left(place: Field, column: int) -> float:
    return column * (place.box_width + place.gap)


def _pass_through(place: Field, free: Mapping[int, Sequence[tuple[float, float]]], way: _Way) -> None:
    """Find a free place in every column between, as near as can be to the straight line to the head."""
    between = _columns_between(place, way)
    if not between or way.start not in {"left", "right"} or way.start == way.end:
        return
    x0, y0 = place.centres[way.tail][0], way.anchors[0]
    x1, y1 = place.centres[way.head][0], way.anchors[1]
    half = place.box_width / 2
    start, end = x0 + (half if x1 > x0 else -half), x1 - (half if x1 > x0 else -half)

    def straight(x: float) -> float:
        return y0 + (y1 - y0) * (x - start) / (end - start)

    if all(
        any(low <= min(ys) and max(ys) <= high for low, high in free.get(column, [(-EDGE, place.height + EDGE)]))
        for column in between
        for ys in [(straight(_left(place, column)), straight(_left(place, column) + place.box_width))]
    ):
        return
    x, y = start, y0
    for column in between:
        middle = _left(place, column) + half
        wanted = y + (y1 - y) * (middle - x) / (end - x)
        stretch = _nearest(free.get(column, [(-EDGE, place.height + EDGE)]), wanted)
        x, y = middle, min(max(wanted, stretch[0] + 1), stretch[1] - 1)
        way.passes.append((column, stretch))
        way.heights.append(y)


def _nearest(stretches: Sequence[tuple[float, float]], wanted: float) -> tuple[float, float]:
    at = bisect_left(stretches, (wanted, wanted))
    return min(stretches[max(0, at - 1) : at + 1], key=lambda found: max(found[0] - wanted, wanted - found[1], 0.0))


def _keep_apart(ways: Sequence[_Way]) -> None:
    """Lines through the same free place run beside each other."""
    together: dict[tuple[int, tuple[float, float]], list[tuple[float, str, _Way, int]]] = defaultdict(list)
    for way in ways:
        for number, key in enumerate(way.passes):
            together[key].append((way.heights[number], way.key, way, number))
    for (_, (low, high)), found in together.items():
        found.sort(key=lambda entry: entry[:2])
        step = min(BESIDE, (high - low - 2) / max(len(found) - 1, 1))
        heights = [entry[0] for entry in found]
        for place in range(1, len(heights)):
            heights[place] = max(heights[place], heights[place - 1] + step)
        over = max(0.0, heights[-1] - (high - 1))
        heights = [max(low + 1 + place * step, y - over) for place, y in enumerate(heights)]
        for (_, _, way, number), y in zip(found, heights, strict=True):
            way.heights[number] = min(y, high - 1)


def _course(place: Field, way: _Way) -> tuple[Point, ...]:
    half_wide, half_high = place.box_width / 2, place.box_height / 2
    (x0, y0), (x1, y1) = place.centres[way.tail], place.centres[way.head]
    if way.start in {"above", "below"}:
        up = 1 if way.start == "above" else -1
        return ((way.anchors[0], y0 + up * half_high), (way.anchors[1], y1 - up * half_high))
    out, into = (1 if side == "right" else -1 for side in (way.start, way.end))
    start, end = (x0 + out * half_wide, way.anchors[0]), (x1 + into * half_wide, way.anchors[1])
    if way.start == way.end:
        far = out * place.gap * (0.55 + 0.08 * min(abs(place.slots[way.tail][1] - place.slots[way.head][1]), 5))
        return bezier(start, (start[0] + far, start[1]), (end[0] + far, end[1]), end, 2 * PIECES)
    if not way.passes:
        return (
            (start, end) if _columns_between(place, way) or abs(end[1] - start[1]) < place.gap else _curve(start, end)
        )
    points = [start]
    for (column, _), y in zip(way.passes, way.heights, strict=True):
        sides = (_left(place, column), _left(place, column) + place.box_width)
        near, far_side = sides if out > 0 else sides[::-1]
        points += [*_curve(points[-1], (near, y))[1:], (far_side, y)]
    return (*points, *_curve(points[-1], end)[1:])


def _curve(a: Point, b: Point) -> tuple[Point, ...]:
    """From one column to the next, level at both ends."""
    half = (a[0] + b[0]) / 2
    if abs(a[1] - b[1]) < 1:
        return (a, b)
    return bezier(a, (half, a[1]), (half, b[1]), b, PIECES)
