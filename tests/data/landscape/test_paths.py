"""The ways from one service to another, by what a path means."""

from itertools import pairwise
from pathlib import Path

import pytest

from data.landscape.paths import MOST_ROUTES, Meaning, Route, find_routes, ways_of
from data.records import Catalog
from tests.tiny_catalog import connection, connections, documents, tiny_catalog


@pytest.fixture
def tiny(tmp_path: Path) -> Catalog:
    return tiny_catalog(tmp_path)


def _stops(route: Route) -> list[str]:
    return [route[0].start, *(hop.end for hop in route)]


def test_data_goes_along_the_arrows_and_through_a_cache_both_ways(tiny: Catalog) -> None:
    assert _stops(find_routes(tiny, "cache", "search", "data")[0]) == ["cache", "db", "search"]
    assert _stops(find_routes(tiny, "db", "app", "data")[0]) == ["db", "cache", "app"]
    assert find_routes(tiny, "search", "app", "data") == ()


def test_the_answer_to_a_query_goes_to_who_asked(tmp_path: Path) -> None:
    content = documents()
    content["connections/search.yaml"] = connections(connection("search", "archive", "query", scope="wide"))
    catalog = tiny_catalog(tmp_path, content)
    assert _stops(find_routes(catalog, "archive", "search", "data")[0]) == ["archive", "search"]
    assert find_routes(catalog, "search", "archive", "data") == ()
    assert _stops(find_routes(catalog, "search", "archive", "calls")[0]) == ["search", "archive"]


def test_orders_and_sign_ins_carry_no_data(catalog: Catalog) -> None:
    for line in catalog.connections.values():
        if line.kind == "identity":
            assert not list(ways_of(line, "data")), line.id
    assert find_routes(catalog, "iam", "rds", "data") == ()


def test_the_trail_of_cloudtrail_gets_to_quick_sight_although_quick_sight_asks_for_it(catalog: Catalog) -> None:
    routes = find_routes(catalog, "cloudtrail", "quick-sight", "data")
    assert routes
    last = routes[0][-1]
    assert all(line.source_id == "quick-sight" for line in last.connections)


def test_who_is_started_by_its_target_is_called_by_it(catalog: Catalog) -> None:
    for line in catalog.connections.values():
        ((caller, called),) = ways_of(line, "calls")
        if line.started_by == "target":
            assert (caller, called) == (line.target_id, line.source_id)
        else:
            assert (caller, called) == (line.source_id, line.target_id)


def test_a_hop_lists_every_connection_that_leads_so(catalog: Catalog) -> None:
    hop = find_routes(catalog, "dynamodb", "redshift", "data")[0][0]
    assert {line.kind for line in hop.connections} == {"zero-etl", "data"}


def test_a_proxy_leads_data_through_and_not_from_one_database_to_another(catalog: Catalog) -> None:
    for start in ("aurora", "rds"):
        for end in ("rds", "aurora", "redshift", "opensearch"):
            for route in find_routes(catalog, start, end, "data"):
                assert not {("aurora", "rds-proxy", "rds"), ("rds", "rds-proxy", "aurora")} & set(
                    zip(_stops(route), _stops(route)[1:], _stops(route)[2:], strict=False)
                )
    assert any("rds-proxy" in _stops(route) for route in find_routes(catalog, "lambda", "rds", "data"))


def test_what_is_sent_on_by_itself_comes_before_what_code_has_to_fetch(catalog: Catalog) -> None:
    first, *others = find_routes(catalog, "rds", "opensearch", "data")
    assert _stops(first) == ["rds", "opensearch-ingestion", "opensearch"]
    assert any(hop.connections[0].target_id == "rds" for route in others for hop in route)


@pytest.mark.parametrize("meaning", ["data", "calls"])
def test_every_route_of_the_real_catalog_hangs_together_and_differs_from_the_others(
    catalog: Catalog, meaning: Meaning
) -> None:
    for start in ("ec2", "cloudtrail", "dynamodb", "rds"):
        for end in catalog.services:
            routes = find_routes(catalog, start, end, meaning)
            assert len(routes) <= MOST_ROUTES
            assert len({tuple(_stops(route)) for route in routes}) == len(routes)
            for route in routes:
                assert (route[0].start, route[-1].end) == (start, end)
                assert all(one.end == other.start for one, other in pairwise(route))
                assert len(set(_stops(route))) == len(route) + 1
                assert all((hop.start, hop.end) in ways_of(line, meaning) for hop in route for line in hop.connections)
            assert list(map(len, routes[:1])) == [min(map(len, routes))] if routes else True


def test_a_path_to_itself_has_no_routes(tiny: Catalog) -> None:
    assert find_routes(tiny, "app", "app", "data") == ()
