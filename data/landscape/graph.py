"""The catalog as a networkx graph, and what is near a service."""

from typing import Literal

import networkx as nx

from data.catalog import catalog
from data.records import Catalog, Connection

Direction = Literal["in", "out", "both"]


def landscape_graph(given: Catalog | None = None) -> "nx.MultiDiGraph[str]":
    """Services as nodes and connections as edges (edge key = connection id); every field of a record is an
    attribute."""
    given = given or catalog()
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for service in given.services.values():
        graph.add_node(service.id, **service.model_dump(exclude={"id"}))
    for connection in given.connections.values():
        graph.add_edge(
            connection.source_id,
            connection.target_id,
            key=connection.id,
            **connection.model_dump(exclude={"id", "source_id", "target_id"}),
        )
    return graph


def neighbourhood(
    connections: tuple[Connection, ...], service: str, depth: int = 1, direction: Direction = "both"
) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the services within `depth` arrows of a service, itself included, and of the connections walked to reach
    them."""
    services, walked = {service}, set[str]()
    edge_of: set[str] = {service}
    for _ in range(depth):
        reached: set[str] = set()
        for connection in connections:
            if direction in {"out", "both"} and connection.source_id in edge_of:
                reached.add(connection.target_id)
                walked.add(connection.id)
            if direction in {"in", "both"} and connection.target_id in edge_of:
                reached.add(connection.source_id)
                walked.add(connection.id)
        edge_of = reached - services
        services |= reached
    return frozenset(services), frozenset(walked)
