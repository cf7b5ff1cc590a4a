"""What the landscape draws, and what of it is lit."""

from pathlib import Path

import pytest

from data.landscape.filters import LandscapeFilter
from data.landscape.paths import hop_in_words
from data.landscape.view import Question, view
from data.records import Catalog
from tests.tiny_catalog import tiny_catalog

NEAR = {"app", "cache", "db", "search"}


@pytest.fixture
def tiny(tmp_path: Path) -> Catalog:
    return tiny_catalog(tmp_path)


def test_at_first_sight_the_main_services_and_arrows_are_drawn_and_lit(tiny: Catalog) -> None:
    shown = view(tiny, Question())
    assert shown.services == shown.lit_services == NEAR
    assert (
        shown.connections
        == shown.lit_connections
        == {"app--cache", "cache--db", "db--search--zero-etl", "db--search--data"}
    )
    assert shown.selected is None
    assert shown.title == "Core services, 4 of 5"


def test_the_wide_scope_draws_everything(tiny: Catalog) -> None:
    shown = view(tiny, Question(scope="wide"))
    assert shown.services == set(tiny.services)
    assert shown.connections == set(tiny.connections)


def test_focus_dims_what_a_filter_leaves_out_and_only_takes_it_away(tiny: Catalog) -> None:
    question = LandscapeFilter(categories=("nosql",))
    focus, only = view(tiny, Question(filter=question)), view(tiny, Question(filter=question, look="only"))
    assert focus.services == NEAR
    assert focus.lit_services == only.services == only.lit_services == {"cache", "db"}
    assert focus.lit_connections == only.connections == {"cache--db"}
    assert focus.title == only.title == "Services in Nosql"


def test_a_use_case_in_core_scope_draws_all_of_its_parts(catalog: Catalog) -> None:
    for use_case in catalog.use_cases:
        shown = view(catalog, Question(filter=LandscapeFilter(use_cases=(use_case,))))
        assert shown.lit_services == catalog.services_in(use_case)
        assert shown.lit_connections == catalog.connections_in(use_case)
        assert shown.lit_services <= shown.services
        assert shown.lit_connections <= shown.connections


def test_a_service_further_out_is_drawn_when_it_is_asked_for_by_name(tiny: Catalog) -> None:
    assert "archive" not in view(tiny, Question()).services
    selected = view(tiny, Question(service="archive"))
    assert selected.lit_services == {"archive", "db"}
    assert selected.lit_connections == {"db--archive"}
    assert "archive" in view(tiny, Question(filter=LandscapeFilter(text="archive"))).lit_services
    assert "archive" in view(tiny, Question(start="app", end="archive")).lit_services
    assert view(tiny, Question(connection="db--archive")).lit_services == {"db", "archive"}


def test_an_arrow_outside_the_scope_is_drawn_when_it_is_selected(tiny: Catalog) -> None:
    shown = view(tiny, Question(connection="app--db"))
    assert shown.lit_connections == {"app--db"}
    assert "app--db" in shown.connections
    assert shown.selected == "app--db"
    assert shown.title == "App to Database"


def test_a_selection_lights_its_neighbours_as_far_as_asked(tiny: Catalog) -> None:
    near = view(tiny, Question(service="cache", direction="out"))
    assert near.lit_services == {"cache", "db"}
    assert near.services == NEAR
    assert near.title == "Cache and what it leads to"
    far = view(tiny, Question(service="cache", direction="out", depth=2))
    assert far.lit_services == {"cache", "db", "search"}
    assert far.title == "Cache and what it leads to, 2 steps away"
    assert view(tiny, Question(service="cache", direction="in")).title == "Cache and what leads to it"


def test_a_selection_with_only_shows_its_neighbourhood_alone(tiny: Catalog) -> None:
    shown = view(tiny, Question(service="app", look="only"))
    assert shown.services == shown.lit_services == {"app", "cache"}
    assert shown.connections == {"app--cache"}


def test_a_selection_inside_a_filter_stays_inside_it(tiny: Catalog) -> None:
    shown = view(tiny, Question(filter=LandscapeFilter(use_cases=("find",)), service="cache"))
    assert shown.lit_services == {"cache", "db"}
    assert shown.lit_connections == {"cache--db"}
    assert shown.title == "Services of Find: Cache and its neighbours"


def test_a_selection_outside_the_filter_shows_its_own_neighbourhood(tiny: Catalog) -> None:
    shown = view(tiny, Question(filter=LandscapeFilter(use_cases=("find",)), service="app"))
    assert shown.lit_services == {"app", "cache"}
    assert shown.selected == "app"


def test_hiding_the_rest_keeps_the_filter_around_a_selection(tiny: Catalog) -> None:
    question = Question(filter=LandscapeFilter(use_cases=("find",)), service="cache", look="only")
    shown = view(tiny, question)
    assert shown.services == {"cache", "db", "search"}
    assert shown.lit_services == {"cache", "db"}


def test_a_path_comes_before_a_selection_and_a_selection_before_a_filter(tiny: Catalog) -> None:
    question = Question(
        filter=LandscapeFilter(categories=("application",)), service="search", start="cache", end="search"
    )
    shown = view(tiny, question)
    assert shown.route is not None
    assert [hop.start for hop in shown.route] == ["cache", "db"]
    assert shown.lit_services == {"cache", "db", "search"}
    assert shown.selected is None
    assert shown.title == "How data gets from Cache to Search"
    without_path = view(tiny, Question(filter=question.filter, service="search"))
    assert without_path.lit_services == {"db", "search"}
    assert without_path.selected == "search"


def test_where_no_path_leads_both_ends_are_lit_and_the_title_says_so(tiny: Catalog) -> None:
    shown = view(tiny, Question(start="search", end="app"))
    assert shown.route is None
    assert shown.lit_services == {"search", "app"}
    assert shown.lit_connections == frozenset()
    assert shown.title == "How data gets from Search to App: there is no way"


def test_one_end_alone_is_no_path(tiny: Catalog) -> None:
    shown = view(tiny, Question(start="app"))
    assert shown.route is None
    assert shown.lit_services == NEAR
    assert shown.title == "Core services, 4 of 5"


def test_a_path_with_only_shows_the_path_alone(tiny: Catalog) -> None:
    shown = view(tiny, Question(start="app", end="search", look="only"))
    assert shown.services == {"app", "db", "search"}
    assert shown.connections == {line.id for hop in shown.route or () for line in hop.connections}


def test_a_filter_that_fits_nothing_lights_nothing(tiny: Catalog) -> None:
    shown = view(tiny, Question(filter=LandscapeFilter(text="xylophone"), look="only"))
    assert [*shown.services, *shown.connections, *shown.lit_services, *shown.lit_connections] == []


def test_what_is_lit_is_drawn_and_every_drawn_arrow_has_both_ends(catalog: Catalog) -> None:
    questions = [
        Question(service=service, depth=depth, direction=direction, look=look, scope=scope)
        for service in catalog.services
        for depth, direction in ((1, "both"), (2, "in"), (3, "out"))
        for look, scope in (("focus", "core"), ("only", "wide"))
    ]
    questions += [
        Question(connection=connection, look=look) for connection in catalog.connections for look in ("focus", "only")
    ]
    questions += [Question(filter=LandscapeFilter(kinds=(kind.id,)), look="only") for kind in catalog.taxonomy.kinds]
    for question in questions:
        shown = view(catalog, question)
        assert shown.lit_services <= shown.services, question
        assert shown.lit_connections <= shown.connections, question
        for connection in (catalog.connections[c] for c in shown.connections):
            assert {connection.source_id, connection.target_id} <= shown.services, question


def test_a_kind_lights_the_ends_of_its_arrows_as_drawn_and_no_more(catalog: Catalog) -> None:
    for scope in ("core", "wide"):
        for kind in catalog.taxonomy.kinds:
            shown = view(catalog, Question(filter=LandscapeFilter(kinds=(kind.id,)), scope=scope))
            lines = [catalog.connections[connection] for connection in shown.lit_connections]
            assert all(line.kind == kind.id for line in lines)
            assert shown.lit_services == {end for line in lines for end in (line.source_id, line.target_id)}


def test_a_category_and_a_kind_together_draw_the_lines_that_join_it_to_others(tiny: Catalog) -> None:
    shown = view(tiny, Question(filter=LandscapeFilter(categories=("nosql",), kinds=("zero-etl",))))
    assert shown.lit_connections == {"db--search--zero-etl"}
    assert shown.lit_services == {"db", "search"}


def test_no_box_is_lit_without_a_line_where_a_kind_is_chosen(catalog: Catalog) -> None:
    for category in catalog.taxonomy.categories:
        for kind in catalog.taxonomy.kinds:
            chosen = LandscapeFilter(categories=(category.id,), kinds=(kind.id,))
            shown = view(catalog, Question(filter=chosen, scope="wide"))
            lines = [catalog.connections[connection] for connection in shown.lit_connections]
            assert shown.lit_services == {end for line in lines for end in (line.source_id, line.target_id)}
            for line in lines:
                ends = {catalog.services[end].category for end in (line.source_id, line.target_id)}
                assert category.id in ends


def test_a_selected_service_tells_how_many_of_its_connections_the_scope_leaves_out(tiny: Catalog) -> None:
    core = view(tiny, Question(service="db"))
    assert core.further == 2
    assert len(view(tiny, Question(service="db", scope="wide")).lit_connections) == len(core.lit_connections) + 2
    assert view(tiny, Question(service="db", scope="wide")).further == 0
    assert view(tiny, Question(service="search")).further == 0


def test_the_scope_is_told_as_drawn(tiny: Catalog) -> None:
    assert view(tiny, Question()).scope == "Core services, 4 of 5"
    assert view(tiny, Question(scope="wide")).scope == "All 5 services"
    beside = view(tiny, Question(service="archive"))
    assert beside.beside == {"archive"}
    assert beside.scope == "Core services, 4 of 5, and 1 beside them"


def test_all_connections_between_two_stops_of_a_path_are_lit(tiny: Catalog) -> None:
    shown = view(tiny, Question(start="cache", end="search"))
    assert {"db--search--zero-etl", "db--search--data"} <= shown.lit_connections


def test_another_route_of_a_path_can_be_lit(catalog: Catalog) -> None:
    first, second = (view(catalog, Question(start="dynamodb", end="redshift", route=route)) for route in (1, 2))
    assert first.routes == second.routes
    assert first.lit_connections != second.lit_connections
    beyond = view(catalog, Question(start="dynamodb", end="redshift", route=3))
    assert beyond.route == beyond.routes[min(3, len(beyond.routes)) - 1]


def test_the_steps_of_a_path_are_numbered_and_told_the_way_that_it_goes(catalog: Catalog) -> None:
    question = Question(start="cloudtrail", end="quick-sight")
    shown = view(catalog, question)
    assert shown.route is not None
    assert shown.hop_numbers.keys() == shown.lit_connections
    told = [hop_in_words(catalog, hop, "data") for hop in shown.route]
    assert [words.split(" (")[0].split(" → ")[0] for words in told] == [
        catalog.services[hop.start].short_name for hop in shown.route
    ]
    asks = [hop for hop in shown.route if hop.connections[0].source_id != hop.start]
    assert asks
    assert [words for words in told if words.endswith(" asks for it)")] == [
        hop_in_words(catalog, hop, "data") for hop in asks
    ]
