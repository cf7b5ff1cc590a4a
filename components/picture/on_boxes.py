"""Where the word stands that says what becomes of a box: on the upper border, at the right."""

from dataclasses import dataclass

from components.picture.curves import Point
from components.picture.marks import BoxMark

MARK = 15.0  # size of letters, in units of which a box is 140 wide
LETTER = 0.56  # width of one, about, in sizes
HEIGHT, INSET, OVER = 21.0, 8.0, 5.0  # it covers so much of the box


@dataclass(frozen=True, slots=True)
class Plate:
    """The ground of the word: its centre, width and height."""

    at: Point
    width: float
    height: float


def plate_on(box: BoxMark) -> Plate:
    """The plate of a box with a mark."""
    width = len(box.mark) * MARK * LETTER + 14
    return Plate((box.x + box.width / 2 - INSET - width / 2, box.y + box.height / 2 + HEIGHT / 2 - OVER), width, HEIGHT)
