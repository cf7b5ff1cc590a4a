"""Which slot of a grid each box gets: its column by its lane, its row so that lines are short and few of them cross.

Rows are counted from below. A slot is as high as the whole picture wants it, so that what is between two rows, and
every slot that nobody has, is free for lines to pass.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt

BoxKey = tuple[str, int]
ArrowKey = tuple[str, str, str]
Slot = tuple[int, int]

ASPECT = 1.62  # of a screen with something beside and above the picture
SWEEPS = 12
FEW_BOXES, FEW_ARROWS = 80, 90  # so many are looked at one by one
PASSES = 6
CROSSING, PASSING = 1.6, 2.2  # what a crossing, and a box in the way, cost in rows


@dataclass(frozen=True, slots=True)
class Grid:
    """The slot `(column, row)` of every box, how many rows there are, and the first and last column of each lane."""

    slots: Mapping[str, Slot]
    rows: int
    lanes: Mapping[int, tuple[int, int]]

    @property
    def columns(self) -> int:
        return max((last for _, last in self.lanes.values()), default=0) + 1


def rows_for(columns: int, column_pitch: float, row_pitch: float) -> int:
    """How many rows give a picture of so many columns the shape of a screen."""
    return max(1, int(columns * column_pitch / ASPECT / row_pitch))


def most_rows(boxes: int) -> int:
    """How many boxes may stand in a column before their lane gets another one."""
    return max(11, ceil(sqrt(boxes / ASPECT)))


def arrange(
    boxes: Sequence[BoxKey], arrows: Sequence[ArrowKey], rows: int, room: Mapping[int, int] | None = None
) -> Grid:
    """The grid of boxes `(id, lane)`, of `rows` or of as many as they need; rows at the edges that nobody took are not
    part of it. A lane that has to have `room` for so many boxes has a column and rows for them, whoever comes."""
    near = _neighbours(arrows)
    columns, lanes = _columns(boxes, near, room or ())
    members: dict[int, list[str]] = defaultdict(list)
    for box, column in columns.items():
        members[column].append(box)
    height = max(rows, *map(len, members.values()))
    row = _swept(members, near, height)
    slots = {box: (columns[box], row[box]) for box in columns}
    if len(boxes) <= FEW_BOXES:
        slots = _Improving(slots, arrows, near).run(height)
    low, high = (end(row for _, row in slots.values()) for end in (min, max))
    least = max((-(-boxes // (lanes[lane][1] - lanes[lane][0] + 1)) for lane, boxes in (room or {}).items()), default=1)
    return Grid({box: (column, row - low) for box, (column, row) in slots.items()}, max(high - low + 1, least), lanes)


def add_boxes(grid: Grid, boxes: Sequence[BoxKey], arrows: Sequence[ArrowKey]) -> Grid:
    """The same grid with more boxes in free slots of their lanes; what has a slot keeps it. A lane without a free slot
    gets another row below, so that the others stay where they are on a screen; a lane that was not there a column at
    the right."""
    slots, lanes, rows = dict(grid.slots), dict(grid.lanes), grid.rows
    near = _neighbours(arrows)
    for box, lane in sorted(boxes, key=lambda key: (key[1], key[0])):
        if box in slots:
            continue
        if lane not in lanes:
            column = max((last for _, last in lanes.values()), default=-1) + 1
            lanes[lane] = (column, column)
        first, last = lanes[lane]
        taken = set(slots.values())
        free = [(c, r) for c in range(first, last + 1) for r in range(rows) if (c, r) not in taken]
        wanted = [slots[other][1] for other in near.get(box, ()) if other in slots]
        at = sum(wanted) / len(wanted) if wanted else rows / 2
        if not free:
            rows += 1
            slots = {other: (column, row + 1) for other, (column, row) in slots.items()}
            free = [(first, 0)]
        slots[box] = min(free, key=lambda slot: (abs(slot[1] - at), slot))
    return replace(grid, slots=slots, lanes=lanes, rows=rows)


def _neighbours(arrows: Iterable[ArrowKey]) -> dict[str, list[str]]:
    near: dict[str, list[str]] = defaultdict(list)
    for _, tail, head in arrows:
        if tail != head:
            near[tail].append(head)
            near[head].append(tail)
    return near


def _columns(
    boxes: Sequence[BoxKey], near: Mapping[str, Sequence[str]], empty: Iterable[int]
) -> tuple[dict[str, int], dict[int, tuple[int, int]]]:
    """A column for each box: its lane, or, where a lane has more members than rows, one of several side by side."""
    lane_of = dict(boxes)
    members: dict[int, list[str]] = {lane: [] for lane in empty}
    for box, lane in boxes:
        members.setdefault(lane, []).append(box)

    def pull(box: str) -> tuple[float, str]:
        around = [lane_of[other] for other in near.get(box, ())]
        return (sum(around) / len(around) if around else lane_of[box], box)

    columns: dict[str, int] = {}
    lanes: dict[int, tuple[int, int]] = {}
    first, most = 0, most_rows(len(boxes))
    for lane in sorted(members):
        parts = max(1, -(-len(members[lane]) // most))
        each = -(-len(members[lane]) // parts)
        for place, box in enumerate(sorted(members[lane], key=pull)):
            columns[box] = first + place // each
        lanes[lane] = (first, first + parts - 1)
        first += parts
    return columns, lanes


def _swept(members: Mapping[int, list[str]], near: Mapping[str, Sequence[str]], height: int) -> dict[str, int]:
    """Rows found by moving each box towards the middle of its neighbours, column by column, to and fro."""
    row: dict[str, int] = {}
    for column, boxes in members.items():
        ordered = sorted(boxes, key=lambda box: (-len(near.get(box, ())), box))
        spread = [place * (height - 1) / max(len(ordered) - 1, 1) for place in range(len(ordered))]
        middle_first = sorted(spread, key=lambda place: abs(place - (height - 1) / 2))
        wanted = dict(zip(ordered, middle_first, strict=True))
        row |= _rows(sorted(boxes, key=lambda box: (wanted[box], box)), wanted, height)
        members[column][:] = sorted(boxes, key=lambda box: row[box])
    order = sorted(members)
    for sweep in range(SWEEPS):
        for column in order if sweep % 2 == 0 else order[::-1]:
            wanted = {}
            for box in members[column]:
                around = [row[other] for other in near.get(box, ())]
                wanted[box] = sum(around) / len(around) if around else float(row[box])
            members[column].sort(key=lambda box: (wanted[box], box))
            row |= _rows(members[column], wanted, height)
    return row


def _rows(ordered: Sequence[str], wanted: Mapping[str, float], height: int) -> dict[str, int]:
    """Rows for boxes in this order, each as near as can be to the one it wants."""
    count = len(ordered)
    free = height - count
    best = [[0.0] * (free + 1)]
    choice: list[list[int]] = []
    for place, box in enumerate(ordered):
        costs = [best[-1][slack] + (place + slack - wanted[box]) ** 2 for slack in range(free + 1)]
        line, chosen = [], []
        lowest, at = float("inf"), 0
        for slack, cost in enumerate(costs):
            if cost < lowest:
                lowest, at = cost, slack
            line.append(lowest)
            chosen.append(at)
        best.append(line)
        choice.append(chosen)
    slack, rows = free, {}
    for place in range(count - 1, -1, -1):
        slack = choice[place][slack]
        rows[ordered[place]] = place + slack
    return rows


class _Improving:
    """Tries every other row for every box, and keeps what makes lines shorter, freer and less crossed."""

    def __init__(self, grid: dict[str, Slot], arrows: Sequence[ArrowKey], near: Mapping[str, Sequence[str]]) -> None:
        self.slots = grid
        self.taken = {slot: box for box, slot in grid.items()}
        self.near = near
        counted = arrows if len(arrows) <= FEW_ARROWS else ()
        self.pairs = sorted({(min(tail, head), max(tail, head)) for _, tail, head in counted if tail != head})

    def run(self, height: int) -> dict[str, Slot]:
        """The slots in the end."""
        order = sorted(self.slots, key=lambda box: (self.slots[box][0], -len(self.near.get(box, ())), box))
        for _ in range(PASSES):
            if not [box for box in order if self._moved(box, height)]:
                break
        return self.slots

    def _moved(self, box: str, height: int) -> bool:
        column, here = self.slots[box]
        best, at = 1e-6, here
        for row in range(height):
            other = self.taken.get((column, row))
            if other == box:
                continue
            touched = {box, other} if other else {box}
            before = self._cost(touched)
            self._swap(box, row)
            gain = before - self._cost(touched)
            self._swap(box, here)
            if gain > best:
                best, at = gain, row
        if at != here:
            self._swap(box, at)
        return at != here

    def _swap(self, box: str, row: int) -> None:
        """Move a box to a row; who stands there moves to where it stood."""
        column, here = self.slots[box]
        other = self.taken.get((column, row))
        self.slots[box] = column, row
        self.taken[column, row] = box
        if other:
            self.slots[other] = column, here
            self.taken[column, here] = other
        else:
            del self.taken[column, here]

    def _cost(self, touched: set[str]) -> float:
        total = 0.0
        for box in touched:
            for other in self.near.get(box, ()):
                if other not in touched or box < other:
                    total += abs(self.slots[box][1] - self.slots[other][1]) + PASSING * self._in_the_way(box, other)
        own = [pair for pair in self.pairs if not touched.isdisjoint(pair)]
        return total + CROSSING * sum(self._cross(one, other) for one in own for other in self.pairs)

    def _in_the_way(self, box: str, other: str) -> int:
        """How many boxes the straight line between two boxes meets."""
        (c0, r0), (c1, r1) = sorted((self.slots[box], self.slots[other]))
        if c0 == c1:
            return sum((c0, row) in self.taken for row in range(r0 + 1, r1))
        return sum((c, round(r0 + (r1 - r0) * (c - c0) / (c1 - c0))) in self.taken for c in range(c0 + 1, c1))

    def _cross(self, one: tuple[str, str], other: tuple[str, str]) -> bool:
        """Whether two straight lines between boxes cross."""
        if not set(one).isdisjoint(other):
            return False
        (a, b), (c, d) = ([self.slots[box] for box in pair] for pair in (one, other))
        return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Slot, b: Slot, c: Slot) -> int:
    """On which side of the line from a to b the point c is: by its sign."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
