"""The columns of a use case: in the order of its steps, from what begins it at the left to what comes out at the right.

An arrow runs against that order only where the story itself returns to where it has been, and where somebody asks for
the result: a single one who asks, and has not been met before, stands behind the one who answers.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

MOST_COLUMNS = 5  # a longer story goes on below itself


@dataclass(frozen=True, slots=True)
class Leg:
    """A step as it is drawn: from a box to a box; whether it asks."""

    tail: str
    head: str
    asks: bool


def story_columns(legs: Sequence[Leg], others: Sequence[str] = ()) -> dict[str, int]:
    """The column of every box of a story, and of `others`, which no step meets."""
    onward = _onward(legs)
    boxes = list(dict.fromkeys(box for leg in legs for box in (leg.tail, leg.head)))
    column: dict[str, int] = {}

    def depth(box: str) -> int:
        if box not in column:
            column[box] = 1 + max((depth(before) for before, after in onward if after == box), default=-1)
        return column[box]

    for box in boxes:
        depth(box)
    for box in reversed(boxes):  # what begins something later stands beside it, not at the far left
        after = [column[head] for tail, head in onward if tail == box]
        if after and not any(head == box for _, head in onward):
            column[box] = max(column[box], min(after) - 1)
    column |= {box: 0 for box in others if box not in column}
    return _folded(column)


def _onward(legs: Sequence[Leg]) -> list[tuple[str, str]]:
    """The pairs of boxes that stand one before the other, without circles: earlier steps win."""
    asked_last = [leg for number, leg in enumerate(legs) if leg.asks and _asks_for_the_result(legs, number)]
    turned = asked_last[0] if len(asked_last) == 1 else None
    onward: list[tuple[str, str]] = []
    after: dict[str, set[str]] = defaultdict(set)
    for leg in legs:
        pair = (leg.head, leg.tail) if leg == turned else (leg.tail, leg.head)
        if pair[0] == pair[1] or pair in onward or _leads(after, pair[1], pair[0]):
            continue
        onward.append(pair)
        after[pair[0]].add(pair[1])
    return onward


def _asks_for_the_result(legs: Sequence[Leg], number: int) -> bool:
    before = {box for leg in legs[:number] for box in (leg.tail, leg.head)}
    return legs[number].tail not in before and legs[number].head in before


def _leads(after: dict[str, set[str]], start: str, end: str) -> bool:
    seen, to_see = set(), [start]
    while to_see:
        box = to_see.pop()
        if box == end:
            return True
        if box not in seen:
            seen.add(box)
            to_see += after.get(box, ())
    return False


def _folded(column: dict[str, int]) -> dict[str, int]:
    """No more columns than can be read beside the words; neighbours then stand one below the other."""
    count = max(column.values(), default=0) + 1
    if count <= MOST_COLUMNS:
        return column
    return {box: at * MOST_COLUMNS // count for box, at in column.items()}
