"""The card of a core service answers what an architecture review asks, and nothing else is empty."""

from collections.abc import Callable

import networkx as nx
import pytest

from data.records import Catalog, Service

CORE = (
    "rds",
    "rds-proxy",
    "redshift",
    "redshift-serverless",
    "dynamodb",
    "dynamodb-streams",
    "dynamodb-standard",
    "dynamodb-standard-ia",
    "dax",
    "opensearch",
    "opensearch-serverless",
    "opensearch-ingestion",
)
USE_CASES = (
    "siem",
    "personalized-search",
    "monitor-and-debug",
    "welcome-message",
    "connection-pooling",
    "failover",
    "bi-warehouse",
    "intermittent-analytics",
    "microsecond-reads",
    "cold-data",
    "global-tables",
    "backup-and-restore",
    "log-aggregation",
    "application-analytics",
    "trace-analytics",
    "serverless-search",
    "sessions-and-carts",
    "leaderboards",
    "relational-to-dynamodb",
    "assistant-retrieval",
    "rds-changes-to-warehouse",
    "iot-telemetry",
    "clickstream",
    "multi-tenant",
    "audit-trail",
    "federated-lake",
    "recovery-in-another-region",
    "delete-a-person",
    "reports-from-dynamodb",
)
DEPTH: dict[str, tuple[int, Callable[[Service], int]]] = {
    "features": (8, lambda s: len(s.features)),
    "reasons to use it": (3, lambda s: len(s.when_to_use)),
    "reasons not to": (3, lambda s: len(s.when_not_to_use)),
    "limits": (2, lambda s: len(s.limits)),
    "charges": (1, lambda s: len(s.billing)),
    "facts on scaling": (1, lambda s: len(s.scaling)),
    "facts on availability": (1, lambda s: len(s.availability)),
    "facts on consistency": (1, lambda s: len(s.consistency)),
    "facts on encryption": (1, lambda s: len(s.security.encryption)),
    "facts on the network": (1, lambda s: len(s.security.network)),
    "facts on authentication": (1, lambda s: len(s.security.authentication)),
    "facts on audit": (1, lambda s: len(s.security.audit)),
    "sections of details": (2, lambda s: len(s.details)),
    "things that stay your job": (3, lambda s: len(s.operations_left)),
    "names in code": (
        3,
        lambda s: len(s.names_in_code.cloudformation) + len(s.names_in_code.boto3) + len(s.names_in_code.enums),
    ),
    "capabilities": (6, lambda s: len(s.capabilities)),
    "pages to read first": (1, lambda s: len(s.docs)),
}


@pytest.mark.parametrize("identity", CORE)
def test_a_core_service_has_a_card_of_full_depth(catalog: Catalog, identity: str) -> None:
    service = catalog.services[identity]
    assert service.core
    thin = {what: count(service) for what, (least, count) in DEPTH.items() if count(service) < least}
    assert not thin


def test_exactly_these_services_are_core(catalog: Catalog) -> None:
    assert {service.id for service in catalog.services.values() if service.core} == set(CORE)


def test_limits_of_core_services_are_numbers_almost_everywhere(catalog: Catalog) -> None:
    limits = [limit for identity in CORE for limit in catalog.services[identity].limits]
    in_words = [limit.name for limit in limits if isinstance(limit.value, str)]
    assert len(in_words) * 20 < len(limits), in_words


def test_every_neighbour_says_what_it_is_for_and_where_to_read_on(catalog: Catalog) -> None:
    for service in catalog.services.values():
        assert service.purpose.text.endswith("."), service.id
        assert service.features, service.id
        assert service.docs, service.id
        assert catalog.connections_of(service.id), service.id


@pytest.mark.parametrize("identity", USE_CASES)
def test_a_use_case_is_told_in_all_its_parts(catalog: Catalog, identity: str) -> None:
    use_case = catalog.use_cases[identity]
    assert 3 <= len(use_case.steps) <= 8
    assert all(step.connection in catalog.connections for step in use_case.steps)
    for part in (use_case.why, use_case.trade_offs, use_case.failures):
        assert len(part) >= 2
    assert use_case.alternatives
    assert use_case.smaller
    assert any(step.source for step in use_case.steps)


@pytest.mark.parametrize("identity", USE_CASES)
def test_the_picture_of_a_use_case_is_in_one_piece_and_no_arrow_is_walked_twice(
    catalog: Catalog, identity: str
) -> None:
    use_case = catalog.use_cases[identity]
    walked = [step.connection for step in use_case.steps]
    assert len(walked) == len(set(walked))
    involved = catalog.services_in(identity)
    picture = nx.Graph()
    for connection in catalog.connections.values():
        ends = {connection.source_id, connection.target_id}
        if ends <= involved and (connection.id in walked or ends & set(use_case.also)):
            picture.add_edge(connection.source_id, connection.target_id)
    assert set(picture) == involved
    assert nx.is_connected(picture)


def test_exactly_these_use_cases_are_there(catalog: Catalog) -> None:
    assert set(catalog.use_cases) == set(USE_CASES)
