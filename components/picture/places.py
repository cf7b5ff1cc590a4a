"""Where boxes stand and how arrows run.

Three steps. Graphviz `dot`, with one column per lane, orders each column so that few arrows cross. The columns are
then packed onto a screen-shaped grid (dot alone leaves a row free for every arrow that passes a column, and a wide
landscape becomes a tower). Last, Graphviz `neato` routes the arrows around the boxes. Positions are a pure function
of what is shown, so they are computed once and kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

import networkx as nx
import pygraphviz as pgv

from components.worker.worker import LAYOUTS

BOX_WIDTH, BOX_HEIGHT = 132.0, 48.0
COLUMN_GAP, ROW_GAP = 42.0, 16.0
ASPECT = 1.62
MAX_ROWS = 11
POINTS_PER_BEZIER = 10
SIDE_BY_SIDE = 9.0
# Beyond this, careful crossing reduction and routing take longer than anybody waits, and help nobody to see more.
MANY_BOXES = 100
CAREFUL = {"mclimit": 20, "searchsize": 300}
QUICK = {"mclimit": 0.2, "searchsize": 30, "nslimit": 0.5}

Point = tuple[float, float]
BoxKey = tuple[str, int]
ArrowKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """Centres of boxes, sampled courses of arrows and extents of lanes, in units of which a box is 132 wide and 48
    high; y grows upward."""

    width: float
    height: float
    boxes: Mapping[str, Point]
    arrows: Mapping[str, tuple[Point, ...]]
    lanes: Mapping[int, tuple[float, float]]


def lay_out(boxes: Iterable[BoxKey], arrows: Iterable[ArrowKey]) -> Layout:
    """Lay out boxes `(id, lane)` and arrows `(id, tail, head)`; the same input gives the same layout, and is computed
    once.

    Errors: WorkerError.
    """
    return _kept(tuple(sorted(boxes)), tuple(sorted(arrows)))


def layout_counts() -> tuple[int, int]:
    """How many layouts were computed, and how many were taken from those that are kept."""
    counts = _kept.cache_info()
    return counts.misses, counts.hits


@lru_cache(maxsize=512)
def _kept(boxes: tuple[BoxKey, ...], arrows: tuple[ArrowKey, ...]) -> Layout:
    if not boxes:
        return Layout(BOX_WIDTH, BOX_HEIGHT, {}, {}, {})
    return LAYOUTS.call(compute_layout, boxes, arrows)


def compute_layout(boxes: Sequence[BoxKey], arrows: Sequence[ArrowKey]) -> Layout:
    """The layout itself; called in the worker process only."""
    columns = _columns(boxes, arrows)
    heights = _heights_by_dot(columns, arrows)
    members: dict[int, list[str]] = defaultdict(list)
    for box, column in sorted(columns.items(), key=lambda item: (item[1], heights[item[0]], item[0])):
        members[column].append(box)
    width = len(members) * BOX_WIDTH + (len(members) - 1) * COLUMN_GAP
    rows = max(map(len, members.values()))
    height = max(rows * BOX_HEIGHT + (rows - 1) * ROW_GAP, min(width / ASPECT, rows * BOX_HEIGHT * 3))
    low, high = min(heights.values()), max(heights.values())
    centres: dict[str, Point] = {}
    for number, column in enumerate(sorted(members)):
        wanted = [
            (heights[box] - low) / ((high - low) or 1) * (height - BOX_HEIGHT) + BOX_HEIGHT / 2
            for box in members[column]
        ]
        if high == low:
            wanted = [height / 2] * len(wanted)
        x = number * (BOX_WIDTH + COLUMN_GAP) + BOX_WIDTH / 2
        for box, y in zip(members[column], _spread(wanted, height), strict=True):
            centres[box] = (round(x, 1), round(y, 1))
    lane_of = dict(boxes)
    lanes: dict[int, tuple[float, float]] = {}
    for box, (x, _) in centres.items():
        left, right = lanes.get(lane_of[box], (x, x))
        lanes[lane_of[box]] = (min(left, x), max(right, x))
    spans = {lane: (left - BOX_WIDTH / 2, right + BOX_WIDTH / 2) for lane, (left, right) in sorted(lanes.items())}
    return Layout(width, height, centres, _routed(centres, arrows), spans)


def _columns(boxes: Sequence[BoxKey], arrows: Sequence[ArrowKey]) -> dict[str, int]:
    """A column for each box: its lane, or, where a lane has more members than rows, one of several columns side
    by side."""
    lane_of = dict(boxes)
    graph = nx.Graph((tail, head) for _, tail, head in arrows)
    members: dict[int, list[str]] = defaultdict(list)
    for box, lane in boxes:
        members[lane].append(box)

    def pull(box: str) -> tuple[float, str]:
        near = [lane_of[other] for other in graph.adj.get(box, ())]
        return (sum(near) / len(near) if near else lane_of[box], box)

    columns: dict[str, int] = {}
    first = 0
    for lane in sorted(members):
        parts = -(-len(members[lane]) // MAX_ROWS)
        each = -(-len(members[lane]) // parts)
        for place, box in enumerate(sorted(members[lane], key=pull)):
            columns[box] = first + place // each
        first += parts
    return columns


def _heights_by_dot(columns: Mapping[str, int], arrows: Sequence[ArrowKey]) -> dict[str, float]:
    """The height that dot gives each box when every column is one rank."""
    effort = CAREFUL if len(columns) <= MANY_BOXES else QUICK
    graph = pgv.AGraph(
        directed=True, strict=False, rankdir="LR", splines="false", nodesep=0.05, ranksep=0.5, newrank="true", **effort
    )
    graph.node_attr.update(shape="box", fixedsize="true", width=1, height=0.4, label="")
    graph.add_nodes_from(sorted(columns))
    anchors = {column: f"column {column}" for column in sorted(set(columns.values()))}
    for column, anchor in anchors.items():
        graph.add_node(anchor, style="invis", width=0.01, height=0.01)
        graph.add_subgraph(
            [anchor, *sorted(box for box, at in columns.items() if at == column)], name=f"rank {column}", rank="same"
        )
    for left, right in zip(list(anchors.values()), list(anchors.values())[1:], strict=False):
        graph.add_edge(left, right, style="invis", weight=10)
    for arrow, tail, head in arrows:
        left, right = (tail, head) if columns[tail] <= columns[head] else (head, tail)
        graph.add_edge(left, right, key=arrow)
    graph.layout("dot")
    return {box: float(graph.get_node(box).attr["pos"].split(",")[1]) for box in columns}


def _spread(wanted: list[float], height: float) -> list[float]:
    """Heights as near as can be to the wanted ones, in the same order, at least a row apart and inside the picture."""
    low, high = BOX_HEIGHT / 2, height - BOX_HEIGHT / 2
    pitch = min(BOX_HEIGHT + ROW_GAP, (high - low) / (len(wanted) - 1)) if len(wanted) > 1 else 0.0
    spread = list(wanted)
    for _ in range(200):
        for above in range(1, len(spread)):
            overlap = pitch - (spread[above] - spread[above - 1])
            if overlap > 0:
                spread[above - 1] -= overlap / 2
                spread[above] += overlap / 2
        spread = [min(max(y, low), high) for y in spread]
    for place in range(1, len(spread)):
        spread[place] = max(spread[place], spread[place - 1] + pitch)
    excess = max(0.0, spread[-1] - high)
    return [max(low + place * pitch, y - excess) for place, y in enumerate(spread)] if excess else spread


def _routed(centres: Mapping[str, Point], arrows: Sequence[ArrowKey]) -> dict[str, tuple[Point, ...]]:
    """Courses of the arrows from border to border, around the boxes (straight where there are very many)."""
    splines = "true" if len(centres) <= MANY_BOXES else "line"
    graph = pgv.AGraph(
        directed=True,
        strict=False,
        splines=splines,
        inputscale=72,
        esep="+3",
        sep="+6",
        overlap="true",
        notranslate="true",
    )
    graph.node_attr.update(shape="box", fixedsize="true", width=BOX_WIDTH / 72, height=BOX_HEIGHT / 72, label="")
    for box, (x, y) in centres.items():
        graph.add_node(box, pos=f"{x},{y}!")
    for arrow, tail, head in arrows:
        graph.add_edge(tail, head, key=arrow)
    graph.layout("neato", args="-n2")
    courses = {arrow: _sampled(graph.get_edge(tail, head, arrow).attr["pos"]) for arrow, tail, head in arrows}
    shift = _origin(graph, centres)
    moved = {arrow: tuple((x + shift[0], y + shift[1]) for x, y in course) for arrow, course in courses.items()}
    return _side_by_side(moved, arrows)


def _origin(graph: pgv.AGraph, centres: Mapping[str, Point]) -> Point:
    """What Graphviz moved the drawing by, so that courses meet our boxes again."""
    box, (x, y) = next(iter(centres.items()))
    at_x, at_y = (float(value) for value in graph.get_node(box).attr["pos"].rstrip("!").split(","))
    return x - at_x, y - at_y


def _sampled(position: str) -> tuple[Point, ...]:
    """A Graphviz edge position (`e,x,y x,y ...`, cubic Beziers) as points along the line, its arrow tip last."""
    start, end, controls = None, None, []
    for part in position.split():
        fields = part.split(",")
        if fields[0] in {"s", "e"}:
            point = (float(fields[1]), float(fields[2]))
            start, end = (point, end) if fields[0] == "s" else (start, point)
        else:
            controls.append((float(fields[0]), float(fields[1])))
    points = [start] if start else []
    points.append(controls[0])
    for first in range(0, len(controls) - 3, 3):
        points += [
            _bezier(controls[first : first + 4], step / POINTS_PER_BEZIER) for step in range(1, POINTS_PER_BEZIER + 1)
        ]
    if end:
        points.append(end)
    return tuple(points)


def _bezier(control: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return (
        sum(w * p[0] for w, p in zip(weights, control, strict=True)),
        sum(w * p[1] for w, p in zip(weights, control, strict=True)),
    )


def _side_by_side(courses: Mapping[str, tuple[Point, ...]], arrows: Sequence[ArrowKey]) -> dict[str, tuple[Point, ...]]:
    """Arrows between the same two boxes, moved apart so that each can be seen and clicked."""
    pairs: dict[frozenset[str], list[ArrowKey]] = defaultdict(list)
    for arrow in arrows:
        pairs[frozenset(arrow[1:])].append(arrow)
    placed: dict[str, tuple[Point, ...]] = {}
    for pair in pairs.values():
        for number, (name, tail, _) in enumerate(pair):
            side = (number - (len(pair) - 1) / 2) * SIDE_BY_SIDE * (1 if tail == pair[0][1] else -1)
            placed[name] = tuple((round(x, 1), round(y, 1)) for x, y in _moved_aside(courses[name], side))
    return placed


def _moved_aside(course: tuple[Point, ...], side: float) -> Iterable[Point]:
    (x0, y0), (x1, y1) = course[0], course[-1]
    length = hypot(x1 - x0, y1 - y0) or 1.0
    dx, dy = -(y1 - y0) / length * side, (x1 - x0) / length * side
    return ((x + dx, y + dy) for x, y in course)
