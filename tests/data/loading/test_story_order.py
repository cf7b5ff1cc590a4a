"""Everything is told in one order, which the taxonomy declares."""

from pathlib import Path

import pytest

from data.catalog import CatalogError
from data.records import Catalog
from tests.tiny_catalog import documents, tiny_catalog


def test_what_the_taxonomy_lists_comes_first_and_in_its_order(catalog: Catalog) -> None:
    order = catalog.taxonomy.order
    assert tuple(catalog.services)[: len(order.services)] == order.services
    assert tuple(catalog.use_cases)[: len(order.use_cases)] == order.use_cases


def test_core_services_come_before_neighbours_and_neighbours_go_by_lane(catalog: Catalog) -> None:
    lanes = [lane.id for lane in catalog.taxonomy.lanes]
    core = [service.core for service in catalog.services.values()]
    assert core == sorted(core, reverse=True)
    neighbours = [lanes.index(service.lane) for service in catalog.services.values() if not service.core]
    assert neighbours == sorted(neighbours)


def test_connections_follow_the_services_that_they_leave(catalog: Catalog) -> None:
    places = list(catalog.services)
    sources = [places.index(connection.source_id) for connection in catalog.connections.values()]
    assert sources == sorted(sources)


def test_comparisons_follow_the_service_that_they_begin_with(catalog: Catalog) -> None:
    places = list(catalog.services)
    begin = [places.index(comparison.services[0]) for comparison in catalog.comparisons.values()]
    assert begin == sorted(begin)


def test_a_catalog_without_an_order_is_told_core_first_then_by_lane(tmp_path: Path) -> None:
    assert list(tiny_catalog(tmp_path).services) == ["db", "app", "cache", "search", "archive"]


def test_the_order_can_name_only_what_there_is_and_once(tmp_path: Path) -> None:
    content = documents()
    content["taxonomy.yaml"]["order"] = {"services": ["db", "db", "nothing"], "use_cases": ["gone"]}
    with pytest.raises(CatalogError) as told:
        tiny_catalog(tmp_path, content)
    assert "taxonomy.yaml: order.services: 'db' stands twice" in told.value.problems
    assert "taxonomy.yaml: order.services: there is no 'nothing'" in told.value.problems
    assert "taxonomy.yaml: order.use_cases: there is no 'gone'" in told.value.problems
