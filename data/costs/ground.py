"""The map of the cheapest option over two inputs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, product

from data.billing.book import PriceBook
from data.billing.inputs import InputField, Inputs
from data.billing.models import Option
from data.costs.turning import steps_between, total, with_value

SQUARES, BLOCKS = 11, (0, 4, 8, 11)
Span = tuple[Decimal, Decimal]
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ground:
    """A row of option ids for each value of `up`; the id is empty where no option has all its prices."""

    across: InputField
    up: InputField
    columns: tuple[Decimal, ...]
    rows: tuple[Decimal, ...]
    cheapest: tuple[tuple[str, ...], ...]


def ground(
    options: Sequence[Option],
    asks: Inputs,
    book: PriceBook,
    across: tuple[InputField, Span],
    up: tuple[InputField, Span],
) -> Ground:
    """The map of the cheapest option over two inputs, each within its span."""
    columns, rows = (steps_between(field, *span, SQUARES) for field, span in (across, up))
    points = [with_value(asks, up[0], y) for y in rows]

    def cheapest(cell: Cell) -> str:
        changed = with_value(points[cell[1]], across[0], columns[cell[0]])
        found = [(amount, option.id) for option in options if (amount := total(option, changed, book)) is not None]
        return min(found)[1] if found else ""

    cells = _cells(len(columns), len(rows), cheapest)
    found = tuple(tuple(cells[x, y] for x in range(len(columns))) for y in range(len(rows)))
    return Ground(across[0], up[0], columns, rows, found)


def _cells(width: int, height: int, cheapest: Callable[[Cell], str]) -> dict[Cell, str]:
    """The answer for every cell: blocks with the same answer at their corners have it within, others are halved."""
    known: dict[Cell, str] = {}

    def at(cell: Cell) -> str:
        if cell not in known:
            known[cell] = cheapest(cell)
        return known[cell]

    def block(xs: Cell, ys: Cell) -> None:
        corners = {at(cell) for cell in product(xs, ys)}
        if len(corners) == 1:
            inside = product(range(xs[0], xs[1] + 1), range(ys[0], ys[1] + 1))
            known.update(dict.fromkeys((cell for cell in inside if cell not in known), corners.pop()))
        elif xs[1] - xs[0] > 1 or ys[1] - ys[0] > 1:
            for x, y in product(_halves(xs), _halves(ys)):
                block(x, y)

    for x, y in product(_blocks(width), _blocks(height)):
        block(x, y)
    return known


def _blocks(count: int) -> list[Cell]:
    edges = sorted({min(edge, count - 1) for edge in (*BLOCKS, count - 1)})
    return list(pairwise(edges)) or [(0, 0)]


def _halves(span: Cell) -> list[Cell]:
    low, high = span
    middle = (low + high) // 2
    return [(low, middle), (middle, high)] if high - low > 1 else [span]
