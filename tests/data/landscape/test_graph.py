"""The catalog as a graph, and what is near a service."""

from pathlib import Path

import networkx as nx
import pytest

from data.landscape.graph import Direction, landscape_graph, neighbourhood
from data.records import Catalog, Connection
from tests.tiny_catalog import connection, connections, documents, tiny_catalog


@pytest.fixture
def tiny(tmp_path: Path) -> Catalog:
    return tiny_catalog(tmp_path)


def _arrows(catalog: Catalog) -> tuple[Connection, ...]:
    return tuple(catalog.connections.values())


def test_the_graph_keeps_both_arrows_of_a_pair(tiny: Catalog) -> None:
    graph = landscape_graph(tiny)
    assert isinstance(graph, nx.MultiDiGraph)
    assert set(graph.nodes) == set(tiny.services)
    assert {key for _, _, key in graph.edges(keys=True)} == set(tiny.connections)
    assert set(graph["db"]["search"]) == {"db--search--zero-etl", "db--search--data"}
    assert not graph.has_edge("search", "db")


def test_the_graph_carries_the_fields_of_the_records(tiny: Catalog) -> None:
    graph = landscape_graph(tiny)
    assert graph.nodes["db"]["short_name"] == "Database"
    assert graph.edges["app", "cache", "app--cache"]["kind"] == "cache"
    assert "id" not in graph.nodes["db"]


def test_the_graph_of_the_real_catalog_is_the_default(catalog: Catalog) -> None:
    graph = landscape_graph()
    assert set(graph.nodes) == set(catalog.services)
    assert graph.number_of_edges() == len(catalog.connections)


@pytest.mark.parametrize(
    ("depth", "direction", "near", "walked"),
    [
        (1, "out", {"cache", "db"}, {"cache--db"}),
        (1, "in", {"cache", "app"}, {"app--cache"}),
        (1, "both", {"cache", "app", "db"}, {"app--cache", "cache--db"}),
        (
            2,
            "out",
            {"cache", "db", "search", "archive"},
            {"cache--db", "db--search--zero-etl", "db--search--data", "db--archive"},
        ),
        (2, "in", {"cache", "app"}, {"app--cache"}),
        (
            2,
            "both",
            {"cache", "app", "db", "search", "archive"},
            {"app--cache", "cache--db", "app--db", "db--search--zero-etl", "db--search--data", "db--archive"},
        ),
        (3, "in", {"cache", "app"}, {"app--cache"}),
    ],
)
def test_the_neighbourhood_follows_the_arrows_as_far_as_asked(
    tiny: Catalog, depth: int, direction: Direction, near: set[str], walked: set[str]
) -> None:
    assert neighbourhood(_arrows(tiny), "cache", depth, direction) == (near, walked)


def test_a_third_step_reaches_further_than_a_second(tiny: Catalog) -> None:
    chain = tuple(c for c in _arrows(tiny) if c.id in {"app--cache", "cache--db", "db--archive"})
    assert [len(neighbourhood(chain, "app", depth, "out")[0]) for depth in (1, 2, 3)] == [2, 3, 4]


def test_a_circle_of_arrows_ends(tmp_path: Path) -> None:
    content = documents()
    content["connections/search.yaml"] = connections(connection("search", "app", "query"))
    catalog = tiny_catalog(tmp_path, content)
    near, walked = neighbourhood(_arrows(catalog), "app", 3, "out")
    assert near == set(catalog.services)
    assert walked == set(catalog.connections)


def test_a_service_without_arrows_is_its_own_neighbourhood() -> None:
    assert neighbourhood((), "db", 3, "both") == ({"db"}, frozenset())
