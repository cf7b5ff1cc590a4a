"""Where boxes stand and how arrows run.

Lanes are columns of a grid; each box gets a slot (`grid`), and arrows run through what the slots leave free (`routes`).
Positions are a pure function of what is shown, so they are computed once and kept; in a process of its own, so that a
large one keeps nobody waiting.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from components.picture.curves import Point
from components.picture.grid import ArrowKey, BoxKey, Grid, add_boxes, arrange, most_rows, rows_for
from components.picture.routes import Field, run_arrows
from components.worker.worker import LAYOUTS, Worker

BOX_WIDTH = 140.0
USUAL_WIDTH = 1184.0  # of a picture: with few columns they stand farther apart, so that there is room on the arrows
USUAL_HEIGHT, COMPACT_GAP = 690.0, 23.0  # where rows are few enough for names to stay large, they stand farther apart
MOST_ROOMY = 7  # rows; with more, boxes have their names alone

__all__ = ["BOX_WIDTH", "ArrowKey", "BoxKey", "Layout", "Point", "lay_out"]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The height of a box, and the least free room between two rows and between two columns."""

    box_height: float
    row_gap: float
    column_gap: float


ROOMY, COMPACT = Sizes(96.0, 20.0, 34.0), Sizes(54.0, 13.0, 34.0)
STORY = Sizes(96.0, 46.0, 64.0)  # where every arrow has a number
SLIDE = Sizes(60.0, 40.0, 64.0)  # where names have to be read from afar, and rows are many
MANY_ROWS = 3
WIDEST_GAP = 106.0  # with more, five columns are too small to be read

Story = Literal["page", "slide"] | None
Boxes = tuple[BoxKey, ...]
Arrows = tuple[ArrowKey, ...]
Room = tuple[tuple[int, int], ...]  # a lane, and how many boxes it has to have room for


@dataclass(frozen=True, slots=True)
class Layout:
    """Centres of boxes, sampled courses of arrows and extents of lanes, in units of which a box is 140 wide and
    `box_height` high; y grows upward."""

    width: float
    height: float
    box_height: float
    boxes: Mapping[str, Point]
    arrows: Mapping[str, tuple[Point, ...]]
    lanes: Mapping[int, tuple[float, float]]

    @property
    def roomy(self) -> bool:
        """Whether a box has room for a second line."""
        return self.box_height >= ROOMY.box_height


def lay_out(
    boxes: Iterable[BoxKey],
    arrows: Iterable[ArrowKey],
    *,
    around: tuple[Iterable[BoxKey], Iterable[ArrowKey]] = ((), ()),
    room: Mapping[int, int] | None = None,
    story: Story = None,
    worker: Worker = LAYOUTS,
) -> Layout:
    """Lay out boxes `(id, lane)` and arrows `(id, tail, head)`; the same input gives the same layout, and is computed
    once.

    Where it is laid out `around` other boxes and arrows, those among them stand where they stand alone, and the others
    in the slots that these leave free. Lanes (by number) keep `room` for as many boxes as may come. In a `story`
    every arrow is long enough for a number, and on a slide many rows are low, so that names are large. The `worker`
    does it.

    Errors: WorkerError.
    """
    fixed = tuple(sorted(around[0])), tuple(sorted(around[1])), tuple(sorted((room or {}).items()))
    return _kept(tuple(sorted(boxes)), tuple(sorted(arrows)), fixed, story, worker)


def layout_counts() -> tuple[int, int]:
    """How many layouts were computed, and how many were taken from those that are kept."""
    counts = _kept.cache_info()
    return counts.misses, counts.hits


@lru_cache(maxsize=512)
def _kept(boxes: Boxes, arrows: Arrows, around: tuple[Boxes, Arrows, Room], story: Story, worker: Worker) -> Layout:
    if not boxes:
        return Layout(BOX_WIDTH, ROOMY.box_height, ROOMY.box_height, {}, {}, {})
    fixed = _kept_grid(*around, story, worker) if around[0] else None
    return worker.call(compute_layout, boxes, arrows, fixed, around[2], story=story)


@lru_cache(maxsize=16)
def _kept_grid(boxes: Boxes, arrows: Arrows, room: Room, story: Story, worker: Worker) -> tuple[Grid, Sizes]:
    return worker.call(compute_grid, boxes, arrows, room, story=story)


def compute_grid(
    boxes: Sequence[BoxKey], arrows: Sequence[ArrowKey], room: Room = (), *, story: Story = None
) -> tuple[Grid, Sizes]:
    """The slots of boxes, and the sizes of all; called in the worker process only."""
    members = Counter(lane for _, lane in boxes)
    most = most_rows(len(boxes))
    parts = {lane: -(-count // most) for lane, count in members.items()}
    wanted = dict(room)
    columns = sum(parts.values()) + len(set(wanted) - set(members))
    standing = {lane: max(members[lane], wanted.get(lane, 0)) for lane in {*members, *wanted}}
    needed = max(-(-count // parts.get(lane, 1)) for lane, count in standing.items())
    least = (ROOMY if needed <= MOST_ROOMY else COMPACT) if story is None else STORY
    if story == "slide" and needed >= MANY_ROWS:
        least = SLIDE
    gap = (USUAL_WIDTH - columns * BOX_WIDTH) / max(columns - 1, 1)
    spare = (USUAL_HEIGHT - needed * least.box_height) / max(needed - 1, 1)
    row_gap = max(least.row_gap, min(COMPACT_GAP, spare)) if least is COMPACT else least.row_gap
    sizes = Sizes(least.box_height, row_gap, max(least.column_gap, min(WIDEST_GAP, gap)))
    rows = rows_for(columns, BOX_WIDTH + sizes.column_gap, sizes.box_height + sizes.row_gap)
    return arrange(boxes, arrows, needed if story else max(needed, min(rows, needed + 2)), wanted), sizes


def compute_layout(
    boxes: Sequence[BoxKey],
    arrows: Sequence[ArrowKey],
    fixed: tuple[Grid, Sizes] | None = None,
    room: Room = (),
    *,
    story: Story = None,
) -> Layout:
    """The layout itself; called in the worker process only.

    Errors: KeyError where an arrow has no box.
    """
    grid, sizes = fixed or compute_grid(boxes, arrows, room, story=story)
    if fixed:
        grid = add_boxes(grid, boxes, arrows)
    row_pitch, column_pitch = sizes.box_height + sizes.row_gap, BOX_WIDTH + sizes.column_gap
    drawn = {box: grid.slots[box] for box, _ in boxes}
    centres = {
        box: (column * column_pitch + BOX_WIDTH / 2, row * row_pitch + sizes.box_height / 2)
        for box, (column, row) in drawn.items()
    }
    height = grid.rows * row_pitch - sizes.row_gap
    courses = run_arrows(Field(centres, drawn, BOX_WIDTH, sizes.box_height, sizes.column_gap, height), arrows)
    lanes = {
        lane: (first * column_pitch, last * column_pitch + BOX_WIDTH) for lane, (first, last) in grid.lanes.items()
    }
    width = (grid.columns - 1) * column_pitch + BOX_WIDTH
    return Layout(width, height, sizes.box_height, centres, courses, dict(sorted(lanes.items())))
