"""Points along lines."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

Point = tuple[float, float]


def bezier(a: Point, b: Point, c: Point, d: Point, pieces: int) -> tuple[Point, ...]:
    """`pieces` + 1 points along a cubic Bezier curve, its ends among them."""
    points = []
    for piece in range(pieces + 1):
        t = piece / pieces
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
        points.append((x, y))
    return tuple(points)


def middle(course: Sequence[Point]) -> Point:
    """The point half-way along a course."""
    return along(course, 0.5)


def along(course: Sequence[Point], share: float) -> Point:
    """The point at a share (0 to 1) of the length of a course."""
    left = length_of(course) * share
    for (x0, y0), (x1, y1) in pairwise(course):
        length = hypot(x1 - x0, y1 - y0)
        if length and left <= length:
            return (x0 + (x1 - x0) * left / length, y0 + (y1 - y0) * left / length)
        left -= length
    return course[-1]


def length_of(course: Sequence[Point]) -> float:
    """How long a course is."""
    return sum(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(course))
