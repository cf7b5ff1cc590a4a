"""The wide map as it is drawn: families in one box, several connections in one line, and everything in its place."""

from collections.abc import Sequence
from itertools import pairwise
from math import dist

import pytest

from components.picture.curves import Point, along, length_of
from components.picture.figure import landscape_figure
from components.picture.look import look_of
from components.picture.on_lines import badge_width
from components.picture.scene import Scene
from components.picture.views import landscape_scene
from data.landscape.levels import layers_of
from data.landscape.view import Question, view
from data.records import Catalog

WIDE = Question(scope="wide")


def _drawn(catalog: Catalog, question: Question) -> Scene:
    return landscape_scene(catalog, question, view(catalog, question))


def _through_boxes(scene: Scene) -> set[tuple[str, str]]:
    found = set()
    for arrow in scene.arrows:
        for (x0, y0), (x1, y1) in pairwise(arrow.course):
            for step in range(9):
                x, y = x0 + (x1 - x0) * step / 8, y0 + (y1 - y0) * step / 8
                found |= {
                    (arrow.id, box.id)
                    for box in scene.boxes
                    if box.id not in {arrow.tail, arrow.head}
                    and abs(x - box.x) < box.width / 2
                    and abs(y - box.y) < box.height / 2
                }
    return found


def _opened(catalog: Catalog) -> Question:
    families = tuple(family.id for family in catalog.taxonomy.families)
    return Question(scope="wide", families=families, layers=tuple(layers_of(catalog)))


def test_no_line_of_the_wide_map_passes_through_a_box(catalog: Catalog) -> None:
    for question in (WIDE, Question(scope="wide", service="opensearch"), _opened(catalog)):
        assert _through_boxes(_drawn(catalog, question)) == set(), question


def test_what_stands_on_the_wide_map_stays_where_it_is_when_something_opens_or_comes_on(catalog: Catalog) -> None:
    at_first = _seen(_drawn(catalog, WIDE))
    questions = [Question(scope="wide", families=(family.id,)) for family in catalog.taxonomy.families]
    questions += [Question(scope="wide", layers=(kind,)) for kind in layers_of(catalog)]
    for question in [*questions, _opened(catalog), Question(scope="wide", service="kms")]:
        now = _seen(_drawn(catalog, question))
        assert {box: now[box] for box in at_first} == at_first, question
        assert len(set(now.values())) == len(now), question


def _seen(drawn: Scene) -> dict[str, tuple[float, float]]:
    """Where boxes are, from the upper left corner, which stays where it is on a screen."""
    return {box.id: (box.x, round(drawn.height - box.y, 6)) for box in drawn.boxes}


def test_the_picture_is_no_higher_when_a_family_opens(catalog: Catalog) -> None:
    at_first = _drawn(catalog, WIDE)
    for family in catalog.taxonomy.families:
        opened = _drawn(catalog, Question(scope="wide", families=(family.id,)))
        assert (opened.width, opened.height) == (at_first.width, at_first.height), family.id


def test_lanes_keep_their_order_when_a_family_opens(catalog: Catalog) -> None:
    lanes = [lane.name for lane in catalog.taxonomy.lanes]
    drawn = sorted(_drawn(catalog, _opened(catalog)).lanes, key=lambda lane: lane.left)
    assert [lane.name for lane in drawn] == lanes


def test_a_box_of_a_family_tells_what_stands_in_it(catalog: Catalog) -> None:
    drawn = _drawn(catalog, WIDE)
    for family in catalog.taxonomy.families:
        box = next(box for box in drawn.boxes if box.id == family.id)
        assert {box.id, *box.holds} == set(family.services)
        assert str(len(family.services)) in " ".join(box.what)
        for service in family.services:
            assert catalog.services[service].short_name in box.hover


def test_a_line_for_several_connections_tells_how_many_and_which(catalog: Catalog) -> None:
    drawn = _drawn(catalog, WIDE)
    several = [arrow for arrow in drawn.arrows if len(arrow.connections) > 1]
    assert several
    look = look_of(drawn, "light")
    for arrow in drawn.arrows:
        assert ("×" in arrow.badge) == (arrow in several)
    for arrow in several:
        assert arrow.badge == f"×{len(arrow.connections)}"
        kinds = {catalog.connections[connection].kind for connection in arrow.connections}
        assert set(arrow.kinds) == kinds
        assert (not look.lines[arrow.id].dash) or len(kinds) == 1, "several kinds look like none of them"


def test_no_number_hides_a_line_that_is_shorter_than_the_number_is_wide(catalog: Catalog) -> None:
    short = [arrow for arrow in _drawn(catalog, WIDE).arrows if arrow.badge and length_of(arrow.course) < 25]
    assert short
    for arrow in short:
        half = badge_width(arrow.badge) / 2
        assert all(dist(arrow.badge_at, point) > half for point in _points(arrow.course)), arrow.id


def _points(course: Sequence[Point]) -> list[Point]:
    return [along(course, share / 20) for share in range(21)]


def test_a_line_in_which_connections_run_both_ways_has_two_heads(catalog: Catalog) -> None:
    drawn = _drawn(catalog, WIDE)
    both = [arrow for arrow in drawn.arrows if arrow.both]
    assert both
    figure = landscape_figure(drawn, "light")
    heads = next(trace for trace in figure["data"] if trace["meta"]["role"] == "tip")["meta"]["ids"]["of"]
    assert len(heads) == len(drawn.arrows) + len(both)
    for arrow in both:
        assert heads.count(arrow.id) == 2


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_box_of_a_family_has_a_sheet_behind_it_that_cannot_be_clicked(catalog: Catalog, mode: str) -> None:
    figure = landscape_figure(_drawn(catalog, WIDE), mode)  # type: ignore[arg-type]
    sheets = next(trace for trace in figure["data"] if trace["meta"]["role"] == "stack")
    assert len(sheets["y"]) == len(catalog.taxonomy.families)
    assert "customdata" not in sheets
