"""Use cases are drawn in the order of their steps, with numbers and words that can be read."""

from itertools import combinations, pairwise

import pytest

from components.picture.marks import ArrowMark, BoxMark
from components.picture.on_lines import WORDS, badge_width
from components.picture.scene import Scene
from components.picture.story import Leg, story_columns
from components.picture.surroundings import room_around
from components.picture.views import use_case_scene
from data.catalog import catalog as whole_catalog
from data.landscape.walk import Place
from data.records import Catalog

USE_CASES = sorted(whole_catalog().use_cases)


def _drawn(catalog: Catalog, use_case: str) -> Scene:
    return use_case_scene(catalog, Place(use_case, len(catalog.use_cases[use_case].steps)))


def _badges(scene: Scene) -> list[tuple[ArrowMark, float]]:
    """The arrows with a number, and half of the width of that."""
    return [(arrow, badge_width(arrow.badge) / 2) for arrow in scene.arrows if arrow.badge]


@pytest.mark.parametrize("use_case", USE_CASES)
def test_at_most_one_arrow_runs_against_the_story_unless_it_returns(catalog: Catalog, use_case: str) -> None:
    scene = _drawn(catalog, use_case)
    x = {box.id: box.x for box in scene.boxes}
    back = [arrow for arrow in scene.arrows if x[arrow.head] < x[arrow.tail]]
    returns = [arrow for arrow in back if _leads(scene, arrow.head, arrow.tail)]
    assert len(back) - len(returns) <= 1, [arrow.id for arrow in back]


def _leads(scene: Scene, start: str, end: str) -> bool:
    """Whether other arrows lead from a box to another."""
    seen, to_see = {start}, [start]
    while to_see:
        box = to_see.pop()
        onward = {arrow.head for arrow in scene.arrows if arrow.tail == box} - seen
        seen |= onward
        to_see += onward
    return end in seen


@pytest.mark.parametrize("use_case", USE_CASES)
def test_every_box_of_a_use_case_has_a_connection(catalog: Catalog, use_case: str) -> None:
    scene = _drawn(catalog, use_case)
    assert {box.id for box in scene.boxes} == {end for arrow in scene.arrows for end in (arrow.tail, arrow.head)}


@pytest.mark.parametrize("use_case", USE_CASES)
def test_no_number_lies_on_a_box_or_on_another_number(catalog: Catalog, use_case: str) -> None:
    scene = _drawn(catalog, use_case)
    high = badge_width("1") / 2
    for (one, wide), (other, other_wide) in combinations(_badges(scene), 2):
        (x0, y0), (x1, y1) = one.badge_at, other.badge_at
        assert abs(x0 - x1) >= wide + other_wide or abs(y0 - y1) >= 2 * high, (one.id, other.id)
    for arrow, wide in _badges(scene):
        assert [box.id for box in scene.boxes if _covers(box, arrow.badge_at, wide, high)] == [], arrow.id


def _covers(box: BoxMark, at: tuple[float, float], wide: float, high: float) -> bool:
    return abs(at[0] - box.x) < box.width / 2 + wide and abs(at[1] - box.y) < box.height / 2 + high


@pytest.mark.parametrize("use_case", USE_CASES)
def test_words_on_arrows_lie_on_no_box(catalog: Catalog, use_case: str) -> None:
    scene = _drawn(catalog, use_case)
    for arrow in scene.arrows:
        if arrow.words_at:
            assert 1 <= len(arrow.words.split()) <= 4, arrow.id
            assert not any(_covers(box, arrow.words_at, 0, 8) for box in scene.boxes), arrow.id


@pytest.mark.parametrize("use_case", USE_CASES)
def test_no_line_number_or_word_is_cut_off_at_the_edge_of_the_picture(catalog: Catalog, use_case: str) -> None:
    scene = use_case_scene(catalog, Place(use_case))
    above, below = room_around(scene)
    half = badge_width("1") / 2
    for arrow in scene.arrows:
        reaches = [y for _, y in arrow.course] + [arrow.badge_at[1] + half, arrow.badge_at[1] - half]
        if arrow.words_at:
            reaches += [arrow.words_at[1] + WORDS * 0.6, arrow.words_at[1] - WORDS * 0.6]
        assert -below <= min(reaches), arrow.id
        assert max(reaches) <= scene.height + above, arrow.id


def test_sources_stand_left_and_results_right() -> None:
    legs = [Leg("trail", "bucket", False), Leg("bucket", "search", False), Leg("lake", "search", False)]
    columns = story_columns([*legs, Leg("search", "alert", False)])
    assert columns == {"trail": 0, "bucket": 1, "lake": 1, "search": 2, "alert": 3}


def test_a_single_one_who_asks_for_the_result_stands_behind_it() -> None:
    made = [Leg("app", "store", False)]
    assert story_columns([*made, Leg("people", "store", True)])["people"] == 2
    two = story_columns([*made, Leg("people", "store", True), Leg("tools", "store", True)])
    assert two["people"] == two["tools"] == 0


def test_a_story_that_returns_keeps_its_first_order() -> None:
    columns = story_columns([Leg("app", "store", False), Leg("store", "code", False), Leg("code", "store", False)])
    assert columns == {"app": 0, "store": 1, "code": 2}


def test_a_long_story_goes_on_below_itself() -> None:
    names = [f"part-{number}" for number in range(9)]
    columns = story_columns([Leg(a, b, False) for a, b in pairwise(names)])
    assert max(columns.values()) == 4
    assert [columns[name] for name in names] == sorted(columns[name] for name in names)


@pytest.mark.parametrize("use_case", USE_CASES)
def test_every_arrow_of_a_use_case_has_the_number_of_its_step(catalog: Catalog, use_case: str) -> None:
    assert [arrow.id for arrow in _drawn(catalog, use_case).arrows if not arrow.badge] == []
