"""What a walkthrough shows at each place, and where its moves lead; on a small use case that uses one connection
twice."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from components.frame.address import Address
from components.frame.full_screen import USUAL, Screen
from components.picture.figure import landscape_figure
from components.picture.scene import Scene, scene
from components.picture.views import use_case_scene
from components.use_cases.address import PARAMETERS, read_place
from components.use_cases.presentation import plan
from components.use_cases.what_if_words import changes_in_words
from data.landscape.use_case_filter import UseCaseFilter
from data.landscape.walk import Place, badges, involved, picture
from data.landscape.what_if import effects_of
from data.records import Catalog
from tests.tiny_catalog import documents, tiny_catalog, use_case


@pytest.fixture
def tiny(tmp_path: Path) -> Catalog:
    """The small catalog with one more use case: `loop` goes to the cache, to the database, and to the cache again."""
    loop = use_case("loop", "app--cache", "cache--db", "app--cache", also=["search"])
    told = {"what": "It stops.", "then": "Nothing moves.", "do": "Start it again."}
    loop["failures"] = [{"part": "cache--db", "lost": ["db"], **told}, {"part": "db", "late": ["search"], **told}]
    loop["alternatives"] = [
        {"title": "In words", "text": "Do without."},
        {"title": "Drawn", "text": "Straight.", "route": ["db--archive"], "without": ["app--cache", "cache--db"]},
    ]
    return tiny_catalog(tmp_path, {**documents(), "use_cases/loop.yaml": loop})


@pytest.fixture
def loop() -> Place:
    return Place("loop", steps=3, failures=2, alternatives=2)


def drawn(catalog: Catalog, place: Place) -> Scene:
    shown, walk = picture(catalog, place)
    return scene(catalog, shown, walk=walk)


def test_at_a_step_exactly_its_connection_and_its_two_ends_are_lit(tiny: Catalog, loop: Place) -> None:
    for step, connection, ends in (
        (1, "app--cache", ["app", "cache"]),
        (2, "cache--db", ["cache", "db"]),
        (3, "app--cache", ["app", "cache"]),
    ):
        meta = landscape_figure(drawn(tiny, loop.at(step)), "light")["layout"]["meta"]
        assert meta["connections"] == [connection]
        assert sorted(meta["services"]) == ends
        assert meta["selected"] is None
        assert f"step {step} of 3" in meta["title"]


def test_a_connection_used_twice_carries_both_numbers(tiny: Catalog) -> None:
    assert badges(tiny, tiny.use_cases["loop"]) == {"app--cache": "1, 3", "cache--db": "2"}


def test_what_came_before_is_quieter_and_what_is_active_is_not(tiny: Catalog, loop: Place) -> None:
    quiet = [{arrow.id for arrow in drawn(tiny, loop.at(step)).arrows if arrow.quiet} for step in (1, 2, 3)]
    assert quiet == [set(), {"app--cache"}, {"cache--db"}]
    assert [arrow.id for arrow in drawn(tiny, loop.at(3)).arrows if arrow.selected] == ["app--cache"]


def test_the_picture_stands_still_at_every_place(tiny: Catalog, loop: Place) -> None:
    places = [
        loop,
        *(loop.at(step) for step in (1, 2, 3)),
        replace(loop, failure=1),
        replace(loop, failure=2),
        replace(loop, presenting=True),
    ]
    scenes = [drawn(tiny, place) for place in places]
    assert len({tuple((box.id, box.x, box.y) for box in each.boxes) for each in scenes}) == 1
    assert len({landscape_figure(each, "light")["layout"]["uirevision"] for each in scenes}) == 1


def test_only_what_belongs_to_the_use_case_is_drawn(tiny: Catalog, loop: Place) -> None:
    shown, _ = picture(tiny, loop)
    assert shown.services == {"app", "cache", "db", "search"}
    beside = {"db--search--data", "db--search--zero-etl"}  # they join what no step meets
    assert shown.connections == {"app--cache", "cache--db"} | beside
    assert (shown.lit_services, shown.lit_connections) == (shown.services, shown.connections)


def test_a_failing_connection_is_crossed_out_and_what_it_reaches_is_dimmed_and_marked(
    tiny: Catalog, loop: Place
) -> None:
    failing = replace(loop, failure=1)
    shown, walk = picture(tiny, failing)
    assert (shown.selected, walk.active) == ("cache--db", "cache--db")
    assert shown.services - shown.lit_services == {"db"}
    boxes = {box.id: box for box in drawn(tiny, failing).boxes}
    assert {box.id: box.mark for box in boxes.values() if box.mark} == {"db": "lost"}
    assert {arrow.id: arrow.badge for arrow in drawn(tiny, failing).arrows if arrow.selected} == {"cache--db": "×"}
    assert "(lost)" in boxes["db"].hover


def test_what_still_gets_data_from_elsewhere_is_lost_in_part_and_stays_lit(catalog: Catalog) -> None:
    for told in catalog.use_cases.values():
        for number, failure in enumerate(told.failures, start=1):
            effects = effects_of(catalog, told, failure)
            lines = [catalog.connections[line] for line in catalog.connections_in(told.id) - {failure.part}]
            for service, effect in effects.items():
                sent = {line.source_id for line in lines if line.target_id == service and line.data_way == "along"}
                elsewhere = {start for start in sent if start != failure.part and effects.get(start) != "lost"}
                assert not (effect == "lost" and elsewhere), (told.id, number, service, elsewhere)
            shown, _ = picture(catalog, Place(told.id, len(told.steps), failure=number))
            assert {service for service, effect in effects.items() if effect == "part lost"} <= shown.lit_services


def test_a_failing_service_is_marked_and_what_it_reaches_is_dimmed_with_the_lines_to_it(
    tiny: Catalog, loop: Place
) -> None:
    shown, walk = picture(tiny, replace(loop, failure=2))
    assert shown.selected == "db"
    assert walk.marks == {"db": "fails", "search": "late"}
    assert shown.services - shown.lit_services == {"search"}
    assert shown.connections - shown.lit_connections == {"db--search--data", "db--search--zero-etl"}


def test_an_alternative_is_a_route_on_the_same_picture(tiny: Catalog, loop: Place) -> None:
    shown, walk = picture(tiny, replace(loop, alternative=2))
    assert shown.services == {"app", "cache", "db", "search", "archive"}
    assert shown.services - shown.lit_services == {"app", "cache"}
    assert walk.marks == {"app": "left out", "cache": "left out", "archive": "new"}
    assert (walk.badges["db--archive"], walk.badges["cache--db"]) == ("+", "×")
    usual, beside = (use_case_scene(tiny, place) for place in (loop, replace(loop, alternative=2)))
    # From the upper left corner, which stays where it is on a screen.
    at = {box.id: (box.x, beside.height - box.y) for box in beside.boxes}
    assert {box.id: at[box.id] for box in usual.boxes} == {box.id: (box.x, usual.height - box.y) for box in usual.boxes}


def test_an_alternative_that_cannot_be_drawn_leaves_the_picture_as_it_is(tiny: Catalog, loop: Place) -> None:
    told, whole = (picture(tiny, place)[0] for place in (replace(loop, alternative=1), loop))
    assert replace(told, title="") == replace(whole, title="")
    assert not changes_in_words(tiny, tiny.use_cases["loop"].alternatives[0])


def test_an_open_card_is_what_is_selected_and_lights_nothing_more(tiny: Catalog, loop: Place) -> None:
    shown, _ = picture(tiny, replace(loop.at(2), service="app"))
    assert shown.selected == "app"
    assert shown.lit_services == {"cache", "db"}


def test_moves_end_at_the_first_and_the_last_step(loop: Place) -> None:
    assert [loop.at(2).moved(go).step for go in ("next", "previous", "first", "last")] == [3, 1, 1, 3]
    assert loop.at(3).moved("next").step == 3
    assert loop.at(1).moved("previous").step == 1


def test_a_presentation_goes_through_problem_steps_failures_alternatives_and_summary(loop: Place) -> None:
    slide = replace(loop, presenting=True)
    assert (slide.number, slide.walks) == (0, False)
    seen = []
    for number in range(9):
        assert slide.number == number
        seen.append((slide.shows, slide.step or slide.failure or slide.alternative))
        slide = slide.moved("next")
    steps = [("step", 1), ("step", 2), ("step", 3)]
    asked = [("failure", 1), ("failure", 2), ("alternative", 1), ("alternative", 2)]
    assert seen == [("whole", None), *steps, *asked, ("end", 4)]
    assert slide.shows == "end"
    assert (slide.moved("first").number, slide.moved("previous").alternative) == (0, 2)


def test_failures_and_alternatives_are_gone_through_among_themselves(loop: Place) -> None:
    assert [replace(loop, failure=1).moved(go).failure for go in ("next", "previous", "last")] == [2, 1, 2]
    assert [replace(loop, alternative=2).moved(go).alternative for go in ("next", "first")] == [2, 1]


def test_going_on_closes_the_card(loop: Place) -> None:
    assert replace(loop.at(1), service="app").moved("next").card is None


def loop_place(**more: Any) -> Place:
    return Place("loop", 3, failures=2, alternatives=2, **more)


@pytest.mark.parametrize(
    ("asked", "place", "dropped"),
    [
        ({"use_case": ["loop"], "step": ["3"]}, loop_place(step=3), []),
        ({"use_case": ["loop"], "step": ["4"]}, loop_place(), ["step"]),
        ({"use_case": ["loop"], "step": ["0"]}, loop_place(), ["step"]),
        ({"use_case": ["loop"], "step": ["4"], "present": ["1"]}, loop_place(step=4, presenting=True), []),
        ({"use_case": ["loop"], "step": ["0"], "present": ["1"]}, loop_place(step=0, presenting=True), []),
        ({"use_case": ["loop"], "present": ["yes"]}, loop_place(), ["present"]),
        ({"use_case": ["loop"], "failure": ["2"]}, loop_place(failure=2), []),
        ({"use_case": ["loop"], "alternative": ["2"]}, loop_place(alternative=2), []),
        ({"use_case": ["loop"], "alternative": ["3"]}, loop_place(), ["alternative"]),
        ({"use_case": ["loop"], "failure": ["3"]}, loop_place(), ["failure"]),
        ({"use_case": ["loop"], "service": ["archive"]}, loop_place(), ["service"]),
        (
            {"use_case": ["loop"], "service": ["db"], "connection": ["cache--db"]},
            loop_place(connection="cache--db"),
            [],
        ),
        ({"use_case": ["nothing"], "step": ["2"]}, Place(), ["use_case", "step"]),
        ({"step": ["2"], "present": ["1"]}, Place(), ["step", "present"]),
    ],
)
def test_an_address_names_a_place_and_what_it_cannot_mean_is_dropped(
    tiny: Catalog, asked: dict[str, list[str]], place: Place, dropped: list[str]
) -> None:
    address = Address(PARAMETERS, asked, tiny)
    assert read_place(address, tiny) == place
    assert address.dropped == dropped


def test_services_are_named_in_the_order_in_which_the_steps_meet_them(tiny: Catalog) -> None:
    assert involved(tiny, tiny.use_cases["loop"]) == ("App", "Cache", "Database", "Search")


def test_use_cases_are_found_by_service_by_words_and_by_other_names(tiny: Catalog) -> None:
    def found(**asked: str) -> list[str]:
        return [entry.id for entry in UseCaseFilter(**asked).use_cases(tiny)]

    assert found() == ["find", "loop", "read"]
    assert found(service="app") == ["loop", "read"]
    assert found(text="PROBLEM of read") == ["read"]
    assert found(text="finder") == ["find", "loop"]
    assert found(service="app", text="finder") == ["loop"]
    assert found(text="nothing of this") == []


def test_each_service_says_how_many_use_cases_it_would_leave(tiny: Catalog) -> None:
    assert UseCaseFilter(text="finder").counts(tiny) == {"app": 1, "cache": 2, "db": 2, "search": 2}
    assert UseCaseFilter(service="app", text="finder").counts(tiny) == UseCaseFilter(text="finder").counts(tiny)
    assert UseCaseFilter(service="db", text=" x ").describe(tiny) == "Use cases with Database that match “x”"


@pytest.mark.parametrize("size", [(686.0, 458.0), (860.0, 198.0), (686.0, 342.0), (400.0, 900.0)])
def test_a_slide_fits_the_screen_and_its_picture_keeps_its_proportions(size: tuple[float, float]) -> None:
    for screen in (USUAL, Screen(1770, 1080), Screen(750, 600)):
        divided = plan(size, screen)
        assert divided.width <= screen.width
        assert (divided.height if divided.beside else divided.height + divided.words) <= screen.height
        assert divided.height == pytest.approx(divided.width * size[1] / size[0], rel=0.02) or divided.height == 260
