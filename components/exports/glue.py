"""How an arrow of a slide runs: which sides of its boxes it is glued to, straight or curved, so that it passes behind
few other boxes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import hypot
from typing import Literal

from components.picture.places import BOX_HEIGHT, BOX_WIDTH, Point

Side = Literal["top", "left", "bottom", "right"]
SIDES: tuple[Side, ...] = (
    "top",
    "left",
    "bottom",
    "right",
)  # in the order in which PowerPoint counts the sites of a box
OUT: dict[Side, Point] = {"top": (0, -1), "left": (-1, 0), "bottom": (0, 1), "right": (1, 0)}
BULGE = 34.0
SAMPLES = 16


@dataclass(frozen=True)
class Way:
    """From a side of one box to a side of another; `samples` are points along it; `bulge` says how far it swings out
    where both sides are the same."""

    start: Side
    end: Side
    curved: bool
    samples: tuple[Point, ...]
    bulge: float = 0.0

    @property
    def middle(self) -> Point:
        return self.samples[len(self.samples) // 2]


def choose_way(
    tail: Point, head: Point, others: Sequence[Point], taken: Iterable[Way] = (), *, room: float = 0.0
) -> Way:
    """The best way between two boxes (centres, y down) that no other arrow between them has taken; `others` are the
    centres of all other boxes.

    Curves from side to side need `room`: LibreOffice draws them as large loops where it is narrower.
    """
    used = {frozenset((way.start, way.end)) for way in taken}
    ways = sorted(_ways(tail, head, room), key=_length)
    free = [way for way in ways if frozenset((way.start, way.end)) not in used] or ways
    return min(free, key=lambda way: (_crossed(way, others), _length(way)))


def _ways(tail: Point, head: Point, room: float) -> Iterable[Way]:
    for start, end in product(SIDES, SIDES):
        a, b = site(tail, start), site(head, end)
        facing = _dot(OUT[start], a, b) > 0 and _dot(OUT[end], b, a) > 0
        if start == end and start in {"left", "right"} and abs(tail[0] - head[0]) < 1:
            for bulge in (BULGE, BULGE * 1.8):
                swing = (max if start == "right" else min)(a[0], b[0]) + OUT[start][0] * bulge * 1.33
                yield Way(start, end, True, _bezier(a, (swing, a[1]), (swing, b[1]), b), bulge)
        elif facing and {start, end} == {"left", "right"} and abs(a[1] - b[1]) > 1 and abs(a[0] - b[0]) > room:
            half = (a[0] + b[0]) / 2
            yield Way(start, end, True, _bezier(a, (half, a[1]), (half, b[1]), b))
        elif facing:
            yield Way(start, end, False, _bezier(a, a, b, b))


def site(centre: Point, side: Side) -> Point:
    """The middle of a side of a box."""
    return centre[0] + OUT[side][0] * BOX_WIDTH / 2, centre[1] + OUT[side][1] * BOX_HEIGHT / 2


def _dot(out: Point, a: Point, b: Point) -> float:
    return out[0] * (b[0] - a[0]) + out[1] * (b[1] - a[1])


def _bezier(a: Point, b: Point, c: Point, d: Point) -> tuple[Point, ...]:
    points = []
    for step in range(SAMPLES + 1):
        t = step / SAMPLES
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        points.append(
            (
                sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
            )
        )
    return tuple(points)


def _length(way: Way) -> float:
    """How long a way is; swinging out counts as a detour."""
    (x0, y0), (x1, y1) = way.samples[0], way.samples[-1]
    return hypot(x1 - x0, y1 - y0) + 3 * way.bulge


def _crossed(way: Way, boxes: Sequence[Point]) -> int:
    """How many other boxes the way passes behind."""
    wide, high = BOX_WIDTH / 2 + 4, BOX_HEIGHT / 2 + 3
    inner = way.samples[1:-1]
    (left, right), (top, bottom) = ((min(values), max(values)) for values in zip(*inner, strict=True))
    near = ((x, y) for x, y in boxes if left - wide < x < right + wide and top - high < y < bottom + high)
    return sum(any(abs(x - at_x) < wide and abs(y - at_y) < high for x, y in inner) for at_x, at_y in near)
