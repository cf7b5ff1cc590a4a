"""Where boxes stand, how arrows run, and that the process which works it out may fail without taking the app along."""

import os
import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, pairwise
from math import dist, hypot
from pathlib import Path

import pytest

from components.picture.places import (
    BOX_WIDTH,
    ArrowKey,
    BoxKey,
    Layout,
    Point,
    compute_layout,
    lay_out,
)
from components.worker.worker import LAYOUTS, Worker, WorkerError
from data.landscape.view import Question, view
from data.records import Catalog
from tests.worker_calls import answer_what_cannot_be_sent, die, die_the_first_time, double, fail, hang, own_process

BOXES = [("app", 0), ("cache", 1), ("db", 2), ("replica", 2), ("search", 4)]
ARROWS = [
    ("app-cache", "app", "cache"),
    ("cache-db", "cache", "db"),
    ("db-search-1", "db", "search"),
    ("db-search-2", "db", "search"),
    ("search-db", "search", "db"),
    ("db-replica", "db", "replica"),
]
NEAR = 0.3  # places are rounded


@pytest.fixture
def worker() -> Iterator[Worker]:
    running = Worker("tested", seconds=30)
    yield running
    running.close()


def _of_the_catalog(catalog: Catalog, question: Question) -> tuple[list[BoxKey], list[ArrowKey]]:
    shown = view(catalog, question)
    lanes = {lane.id: place for place, lane in enumerate(catalog.taxonomy.lanes)}
    boxes = [(service, lanes[catalog.services[service].lane]) for service in shown.services]
    return boxes, [(c, catalog.connections[c].source_id, catalog.connections[c].target_id) for c in shown.connections]


def _from_border(point: Point, box: Point, height: float) -> float:
    """How far a point is from the border of a box; negative inside."""
    right, up = abs(point[0] - box[0]) - BOX_WIDTH / 2, abs(point[1] - box[1]) - height / 2
    return max(right, up) if right <= 0 and up <= 0 else hypot(max(right, 0), max(up, 0))


def _overlapping(layout: Layout) -> list[tuple[str, str]]:
    return [
        (one, other)
        for (one, a), (other, b) in combinations(layout.boxes.items(), 2)
        if abs(a[0] - b[0]) < BOX_WIDTH - 0.2 and abs(a[1] - b[1]) < layout.box_height - 0.2
    ]


def _through_boxes(layout: Layout, arrows: list[ArrowKey]) -> set[tuple[str, str]]:
    """The arrows that pass through a box that is not theirs, and those boxes."""
    found = set()
    for arrow, tail, head in arrows:
        others = [(box, at) for box, at in layout.boxes.items() if box not in {tail, head}]
        for (x0, y0), (x1, y1) in pairwise(layout.arrows[arrow]):
            for step in range(9):
                point = (x0 + (x1 - x0) * step / 8, y0 + (y1 - y0) * step / 8)
                found |= {(arrow, box) for box, at in others if _from_border(point, at, layout.box_height) < 0}
    return found


def _check(layout: Layout, boxes: list[BoxKey], arrows: list[ArrowKey]) -> None:
    """What holds of every layout."""
    assert set(layout.boxes) == {box for box, _ in boxes}
    assert set(layout.arrows) == {arrow for arrow, _, _ in arrows}
    assert _overlapping(layout) == []
    for x, y in layout.boxes.values():
        assert BOX_WIDTH / 2 - 0.2 <= x <= layout.width - BOX_WIDTH / 2 + 0.2
        assert layout.box_height / 2 - 0.2 <= y <= layout.height - layout.box_height / 2 + 0.2
    for arrow, tail, head in arrows:
        course = layout.arrows[arrow]
        assert abs(_from_border(course[0], layout.boxes[tail], layout.box_height)) <= NEAR, arrow
        assert abs(_from_border(course[-1], layout.boxes[head], layout.box_height)) <= NEAR, arrow
    assert _through_boxes(layout, arrows) == set()
    spans = [layout.lanes[lane] for lane in sorted(layout.lanes)]
    assert all(left[1] < right[0] for left, right in pairwise(spans))
    for box, lane in boxes:
        left, right = layout.lanes[lane]
        assert left - 0.2 <= layout.boxes[box][0] - BOX_WIDTH / 2
        assert layout.boxes[box][0] + BOX_WIDTH / 2 - 0.2 <= right


def test_boxes_stand_apart_in_their_lanes_and_arrows_join_them() -> None:
    _check(lay_out(BOXES, ARROWS), BOXES, ARROWS)


@pytest.mark.parametrize("scope", ["core", "wide"])
def test_the_real_landscape_is_laid_out_well(catalog: Catalog, scope: str) -> None:
    boxes, arrows = _of_the_catalog(catalog, Question(scope="wide" if scope == "wide" else "core"))
    layout = lay_out(boxes, arrows)
    _check(layout, boxes, arrows)
    assert 1.2 < layout.width / layout.height < 2.2, "it should have the shape of a screen"


def test_every_use_case_alone_is_laid_out_well(catalog: Catalog) -> None:
    for use_case in catalog.use_cases:
        ids, steps = catalog.services_in(use_case), catalog.connections_in(use_case)
        boxes, arrows = _of_the_catalog(catalog, Question(scope="wide"))
        boxes, arrows = [box for box in boxes if box[0] in ids], [arrow for arrow in arrows if arrow[0] in steps]
        _check(lay_out(boxes, arrows), boxes, arrows)


def test_the_same_question_has_the_same_layout_in_any_order_and_process(worker: Worker) -> None:
    first = lay_out(BOXES, ARROWS)
    assert lay_out(BOXES[::-1], ARROWS[::-1]) is first
    assert worker.call(compute_layout, tuple(sorted(BOXES)), tuple(sorted(ARROWS))) == first


def test_arrows_of_the_same_two_boxes_run_apart() -> None:
    layout = lay_out(BOXES, ARROWS)
    middles = [
        layout.arrows[arrow][len(layout.arrows[arrow]) // 2] for arrow in ("db-search-1", "db-search-2", "search-db")
    ]
    assert all(dist(one, other) > 4 for one, other in combinations(middles, 2))


def test_an_arrow_runs_from_its_tail_to_its_head_whichever_side_they_are_on() -> None:
    layout = lay_out(BOXES, ARROWS)
    assert layout.arrows["db-search-1"][0][0] < layout.arrows["db-search-1"][-1][0]
    assert layout.arrows["search-db"][0][0] > layout.arrows["search-db"][-1][0]


def test_nothing_to_draw_is_an_empty_picture() -> None:
    empty = lay_out([], [])
    assert (empty.boxes, empty.arrows, empty.lanes) == ({}, {}, {})
    assert empty.width > 0
    assert empty.height > 0


def test_one_box_fills_its_picture() -> None:
    alone = lay_out([("db", 3)], [])
    _check(alone, [("db", 3)], [])
    assert alone.width == BOX_WIDTH


def test_boxes_without_arrows_are_laid_out() -> None:
    _check(lay_out(BOXES, []), BOXES, [])


def test_two_boxes_of_one_lane_are_laid_out() -> None:
    boxes, arrows = [("a", 1), ("b", 1)], [("a-b", "a", "b"), ("b-a", "b", "a")]
    _check(lay_out(boxes, arrows), boxes, arrows)


def test_names_of_any_shape_are_laid_out() -> None:
    boxes = [('a "quoted" <box>', 0), ("column 1", 1), ("tiếng Việt \\N{}", 2), ("graph", 2)]
    arrows = [("->", boxes[0][0], boxes[1][0]), ("--", boxes[2][0], boxes[3][0])]
    _check(lay_out(boxes, arrows), boxes, arrows)


def test_what_has_a_place_keeps_it_when_more_is_drawn() -> None:
    alone = lay_out(BOXES, ARROWS)
    more = [*BOXES, ("archive", 2), ("audit", 6), *((f"extra-{number}", 4) for number in range(9))]
    arrows = [*ARROWS, ("db-archive", "db", "archive"), ("extra-1-audit", "extra-1", "audit")]
    layout = lay_out(more, arrows, around=(BOXES, ARROWS))
    _check(layout, more, arrows)
    assert {box: layout.boxes[box] for box in alone.boxes} == alone.boxes
    fewer = lay_out(BOXES[:3], ARROWS[:2], around=(BOXES, ARROWS))
    assert dict(fewer.boxes) == {box: alone.boxes[box] for box, _ in BOXES[:3]}


def test_five_hundred_boxes_and_two_thousand_arrows_are_laid_out_without_a_line_through_a_box() -> None:
    boxes = [(f"box-{number:03}", number * number % 7) for number in range(500)]
    arrows = [(f"arrow-{n:04}", f"box-{n * 7 % 500:03}", f"box-{(n * 31 + 3) % 500:03}") for n in range(2000)]
    arrows = [arrow for arrow in arrows if arrow[1] != arrow[2]]
    layout = lay_out(boxes, arrows)
    assert set(layout.arrows) == {arrow for arrow, _, _ in arrows}
    assert _overlapping(layout) == []
    assert _through_boxes(layout, arrows[::200]) == set()


def test_a_crowded_lane_becomes_several_columns() -> None:
    boxes = [(f"box-{number:02}", number % 2 * 3) for number in range(40)]
    layout = lay_out(boxes, [])
    _check(layout, boxes, [])
    assert len({x for x, _ in layout.boxes.values()}) > 2


def test_eight_threads_lay_out_at_once() -> None:
    def one(number: int) -> Layout:
        return lay_out([*BOXES, (f"extra-{number % 4}", 3)], [*ARROWS, (f"new-{number}", "db", f"extra-{number % 4}")])

    with ThreadPoolExecutor(8) as threads:
        layouts = list(threads.map(one, range(32)))
    for number, layout in enumerate(layouts):
        assert f"extra-{number % 4}" in layout.boxes
        assert f"new-{number}" in layout.arrows


def test_an_arrow_without_its_box_is_an_error_that_harms_nobody() -> None:
    with pytest.raises(WorkerError, match="the drawing failed"):
        lay_out(BOXES, [("a", "app", "nowhere")])
    _check(lay_out(BOXES, ARROWS[:2]), BOXES, ARROWS[:2])


def test_graphviz_runs_in_a_process_of_its_own() -> None:
    assert LAYOUTS.call(own_process, 0) != os.getpid()
    assert LAYOUTS.call(own_process, 0) == LAYOUTS.call(own_process, 1)


def test_a_worker_that_dies_is_an_error_and_the_next_call_works(worker: Worker) -> None:
    before = worker.call(own_process, 0)
    with pytest.raises(WorkerError, match="show fewer services"):
        worker.call(die, 1)
    assert worker.call(double, 4) == 8
    assert worker.call(own_process, 0) != before


def test_a_crash_is_tried_once_more_and_told_apart_from_a_time_out(
    worker: Worker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = worker.starts
    assert worker.call(die_the_first_time, str(tmp_path / "was-here")) == "alive"
    assert worker.starts == before + 2
    assert caplog.messages == ["the worker tested crashed: exit code 1"]
    caplog.clear()
    impatient = Worker("impatient", seconds=3)
    with pytest.raises(WorkerError, match="took too long"):
        impatient.call(hang, 600)
    impatient.close()
    assert caplog.messages == ["the worker impatient took longer than 3 s and was stopped"]


def test_a_worker_that_died_between_two_calls_is_replaced(worker: Worker) -> None:
    worker.call(double, 1)
    assert worker._process is not None
    worker._process.kill()
    worker._process.wait()
    assert worker.call(double, 4) == 8


def test_a_worker_that_hangs_is_stopped_and_the_next_call_works() -> None:
    impatient = Worker("tested", seconds=3)
    impatient.call(double, 1)
    with pytest.raises(WorkerError, match="took too long"):
        impatient.call(hang, 600)
    assert impatient.call(double, 4) == 8
    impatient.close()


def test_others_are_answered_after_a_hanging_call() -> None:
    impatient = Worker("tested", seconds=3)
    impatient.call(double, 1)
    errors: list[WorkerError] = []

    def wait() -> None:
        try:
            impatient.call(hang, 600)
        except WorkerError as error:
            errors.append(error)

    hanging = threading.Thread(target=wait)
    hanging.start()
    assert impatient.call(double, 5) == 10
    hanging.join()
    assert len(errors) == 1
    impatient.close()


def test_an_error_inside_the_worker_is_told_its_reason_is_logged_and_the_process_lives_on(
    worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    before = worker.call(own_process, 0)
    with pytest.raises(WorkerError, match="the drawing failed; try again, or show fewer services"):
        worker.call(fail, "what somebody typed")
    assert re.fullmatch(r"the worker tested failed: ValueError in worker_calls.py, line \d+", caplog.messages[-1])
    assert worker.call(own_process, 0) == before


def test_what_cannot_be_sent_breaks_no_later_call(worker: Worker) -> None:
    worker.call(double, 1)
    with pytest.raises((AttributeError, TypeError)):
        worker.call(double, threading.Lock())  # type: ignore[arg-type]
    assert worker.call(double, 2) == 4
    with pytest.raises(WorkerError):
        worker.call(answer_what_cannot_be_sent, 3)
    assert worker.call(double, 3) == 6


def test_a_closed_worker_starts_again(worker: Worker) -> None:
    assert worker.call(double, 1) == 2
    worker.close()
    worker.close()
    assert worker.call(double, 2) == 4
