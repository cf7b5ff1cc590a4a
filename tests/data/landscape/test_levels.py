"""The wide map by levels: families in one box, layers that are off, and what is wanted by name shown all the same."""

import pytest

from data.landscape.filters import LandscapeFilter
from data.landscape.levels import between_the_same, layers_of, lines_of
from data.landscape.view import Question, View, view
from data.records import Catalog

MOST_LINES = 66  # of the first sight


def _wide(catalog: Catalog, **asked: object) -> View:
    return view(catalog, Question(scope="wide", **asked))  # type: ignore[arg-type]


def _boxes(shown: View) -> frozenset[str]:
    return shown.services - set(shown.levels.box_of if shown.levels else ())


def test_at_first_sight_the_wide_map_has_few_lines_and_no_layer(catalog: Catalog) -> None:
    shown = _wide(catalog)
    assert shown.levels is not None
    assert shown.levels.off == layers_of(catalog)
    lines = lines_of(catalog, shown.connections, shown.lit_connections, shown.levels)
    assert len(lines) <= MOST_LINES
    assert {c.kind for line in lines for c in line.connections}.isdisjoint(shown.levels.off)
    assert len({frozenset((line.tail, line.head)) for line in lines}) == len(lines)
    joined = {end for line in lines for end in (line.tail, line.head)}
    assert joined == _boxes(shown), "no box stands alone"


def test_what_is_drawn_and_what_is_off_is_told(catalog: Catalog) -> None:
    shown = _wide(catalog)
    assert shown.scope.startswith(f"All services, {len(shown.services)} of {len(catalog.services)}, without ")
    every = _wide(catalog, layers=tuple(layers_of(catalog)))
    assert every.scope == f"All {len(catalog.services)} services"
    assert every.services == frozenset(catalog.services)
    assert every.connections == frozenset(catalog.connections)


def test_a_family_is_folded_until_it_is_opened_or_something_in_it_is_selected(catalog: Catalog) -> None:
    for family in catalog.taxonomy.families:
        folded = set(family.members)
        assert folded.isdisjoint(_boxes(_wide(catalog)))
        assert folded <= _boxes(_wide(catalog, families=(family.id,)))
        for service in family.services:
            assert folded <= _boxes(_wide(catalog, service=service)), service


def test_lines_between_two_boxes_are_one_and_know_all_that_they_carry(catalog: Catalog) -> None:
    shown = _wide(catalog)
    assert shown.levels is not None
    lines = lines_of(catalog, shown.connections, shown.lit_connections, shown.levels)
    carried = [connection.id for line in lines for connection in line.connections]
    assert len(carried) == len(set(carried))
    both = [line for line in lines if line.both]
    assert both
    for line in both:
        ways = {(c.source_id, c.target_id) for c in line.connections}
        assert len(ways) > 1


@pytest.mark.parametrize("scope", ["core", "wide"])
def test_a_service_a_connection_and_a_use_case_are_shown_whatever_is_folded_or_off(
    catalog: Catalog, scope: str
) -> None:
    for service in catalog.services:
        shown = view(catalog, Question(service=service, scope=scope))  # type: ignore[arg-type]
        assert service in _boxes(shown) & shown.lit_services, service
        lines = {c.id for c in catalog.connections_of(service)}
        assert scope == "core" or not lines or lines & shown.lit_connections, service
    for connection in catalog.connections:
        shown = view(catalog, Question(connection=connection, scope=scope))  # type: ignore[arg-type]
        assert shown.lit_connections == {connection}
        box_of = shown.levels.box_of if shown.levels else {}
        ends = {box_of.get(end, end) for end in shown.lit_services}
        assert len(ends) == 2, connection
    for use_case in catalog.use_cases:
        shown = view(catalog, Question(filter=LandscapeFilter(use_cases=(use_case,)), scope=scope))  # type: ignore[arg-type]
        assert shown.lit_services == catalog.services_in(use_case)
        assert shown.lit_connections == catalog.connections_in(use_case)


def test_a_kind_that_is_a_layer_comes_on_where_it_is_asked_for(catalog: Catalog) -> None:
    for kind in layers_of(catalog):
        every = {c.id for c in catalog.connections.values() if c.kind == kind}
        assert every <= _wide(catalog, layers=(kind,)).connections
        assert _wide(catalog, filter=LandscapeFilter(kinds=(kind,))).lit_connections == every


def test_the_connections_that_a_layer_leaves_out_are_counted_and_there_when_it_is_on(catalog: Catalog) -> None:
    for service in ("rds", "opensearch", "s3"):
        shown = _wide(catalog, service=service)
        assert shown.further > 0
        kinds = tuple({catalog.connections[connection].kind for connection in shown.left_out})
        more = _wide(catalog, service=service, layers=kinds)
        assert len(more.lit_connections) == len(shown.lit_connections) + shown.further
        assert more.further == 0


def test_in_the_core_scope_nothing_is_folded_and_no_layer_is_off(catalog: Catalog) -> None:
    assert view(catalog, Question(layers=("identity",), families=("rds",))) == view(catalog, Question())
    assert view(catalog, Question()).levels is None


def test_the_connections_of_a_line_can_be_told_from_any_one_of_them(catalog: Catalog) -> None:
    shown = _wide(catalog)
    assert shown.levels is not None
    for line in lines_of(catalog, shown.connections, shown.lit_connections, shown.levels):
        for connection in line.connections:
            together = {one.id for one in between_the_same(catalog, connection.id, by_family=True)}
            assert {one.id for one in line.connections} <= together
    both = between_the_same(catalog, "dynamodb--redshift--data", by_family=False)
    assert [one.id for one in both] == ["dynamodb--redshift--zero-etl", "dynamodb--redshift--data"]
