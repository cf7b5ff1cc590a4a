"""What a walkthrough shows at each place, and where its moves lead; on a small use case that uses one connection
twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from components.frame.address import Address
from components.frame.full_screen import USUAL, Screen
from components.picture.figure import landscape_figure
from components.picture.scene import Scene, scene
from components.use_cases.address import PARAMETERS, read_place
from components.use_cases.presentation import plan
from data.landscape.use_case_filter import UseCaseFilter
from data.landscape.walk import Place, badges, involved, picture
from data.records import Catalog
from tests.tiny_catalog import documents, tiny_catalog, use_case


@pytest.fixture
def tiny(tmp_path: Path) -> Catalog:
    """The small catalog with one more use case: `loop` goes to the cache, to the database, and to the cache again."""
    loop = use_case("loop", "app--cache", "cache--db", "app--cache", also=["search"])
    loop["failures"] = [
        {"part": part, "what": "It stops.", "then": "Nothing moves.", "do": "Start it again."}
        for part in ("cache--db", "db")
    ]
    return tiny_catalog(tmp_path, {**documents(), "use_cases/loop.yaml": loop})


@pytest.fixture
def loop() -> Place:
    return Place("loop", steps=3)


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


def test_a_failing_connection_is_marked_with_its_ends(tiny: Catalog, loop: Place) -> None:
    shown, walk = picture(tiny, replace(loop, failure=1))
    assert (shown.selected, walk.active) == ("cache--db", "cache--db")
    assert (shown.lit_services, shown.lit_connections) == ({"cache", "db"}, {"cache--db"})


def test_a_failing_service_is_marked_with_what_it_touches(tiny: Catalog, loop: Place) -> None:
    shown, _ = picture(tiny, replace(loop, failure=2))
    assert shown.selected == "db"
    assert shown.lit_services == {"cache", "db", "search"}
    assert shown.lit_connections == {"cache--db", "db--search--data", "db--search--zero-etl"}


def test_an_open_card_is_what_is_selected_and_lights_nothing_more(tiny: Catalog, loop: Place) -> None:
    shown, _ = picture(tiny, replace(loop.at(2), service="app"))
    assert shown.selected == "app"
    assert shown.lit_services == {"cache", "db"}


def test_moves_end_at_the_first_and_the_last_step(loop: Place) -> None:
    assert [loop.at(2).moved(go).step for go in ("next", "previous", "first", "last")] == [3, 1, 1, 3]
    assert loop.at(3).moved("next").step == 3
    assert loop.at(1).moved("previous").step == 1


def test_a_presentation_has_a_slide_before_and_one_after_the_steps(loop: Place) -> None:
    presented = replace(loop, presenting=True)
    assert (presented.slide, presented.walks) == (0, False)
    assert [presented.moved(go).slide for go in ("next", "last", "first")] == [1, 4, 0]
    assert not presented.at(4).walks


def test_going_on_closes_the_card(loop: Place) -> None:
    assert replace(loop.at(1), service="app").moved("next").card is None


@pytest.mark.parametrize(
    ("asked", "place", "dropped"),
    [
        ({"use_case": ["loop"], "step": ["3"]}, Place("loop", 3, step=3), []),
        ({"use_case": ["loop"], "step": ["4"]}, Place("loop", 3), ["step"]),
        ({"use_case": ["loop"], "step": ["0"]}, Place("loop", 3), ["step"]),
        ({"use_case": ["loop"], "step": ["4"], "present": ["1"]}, Place("loop", 3, step=4, presenting=True), []),
        ({"use_case": ["loop"], "step": ["0"], "present": ["1"]}, Place("loop", 3, step=0, presenting=True), []),
        ({"use_case": ["loop"], "present": ["yes"]}, Place("loop", 3), ["present"]),
        ({"use_case": ["loop"], "failure": ["2"]}, Place("loop", 3, failure=2), []),
        ({"use_case": ["loop"], "failure": ["3"]}, Place("loop", 3), ["failure"]),
        ({"use_case": ["loop"], "service": ["archive"]}, Place("loop", 3), ["service"]),
        (
            {"use_case": ["loop"], "service": ["db"], "connection": ["cache--db"]},
            Place("loop", 3, connection="cache--db"),
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
