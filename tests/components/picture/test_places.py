"""Where boxes stand, and how arrows run."""

from itertools import combinations, pairwise
from math import dist, hypot

import pytest

from components.picture.places import BOX_WIDTH, ArrowKey, BoxKey, Layout, Point, lay_out
from data.landscape.view import Question, view
from data.records import Catalog
from tests.components.picture.small_map import ARROWS, BOXES

NEAR = 0.3  # places are rounded


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


def _seen(layout: Layout, box: str) -> tuple[float, float]:
    """Where a box is from the upper left corner, which stays where it is on a screen."""
    x, y = layout.boxes[box]
    return x, round(layout.height - y, 6)


def test_what_has_a_place_keeps_it_when_more_is_drawn() -> None:
    alone = lay_out(BOXES, ARROWS)
    more = [*BOXES, ("archive", 2), ("audit", 6), *((f"extra-{number}", 4) for number in range(9))]
    arrows = [*ARROWS, ("db-archive", "db", "archive"), ("extra-1-audit", "extra-1", "audit")]
    layout = lay_out(more, arrows, around=(BOXES, ARROWS))
    _check(layout, more, arrows)
    assert {box: _seen(layout, box) for box in alone.boxes} == {box: _seen(alone, box) for box in alone.boxes}
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
