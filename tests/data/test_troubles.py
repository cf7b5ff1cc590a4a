"""What the catalog tells about things that go wrong."""

import pytest

from data.catalog import Catalog
from data.search import search


def test_every_core_service_has_something_that_goes_wrong_or_belongs_to_one_that_has(catalog: Catalog) -> None:
    told = {service for trouble in catalog.troubles.values() for service in trouble.services}
    core = [service for service in catalog.services.values() if service.core]
    assert [service.id for service in core if service.id not in told and service.part_of not in told] == []


def test_there_are_enough_troubles_to_be_of_use(catalog: Catalog) -> None:
    assert len(catalog.troubles) >= 45


def test_every_trouble_is_found_first_by_what_people_see(catalog: Catalog) -> None:
    for trouble in catalog.troubles.values():
        assert ("trouble", trouble.id) in {(hit.found, hit.id) for hit in search(catalog, trouble.symptom)[:3]}, (
            trouble.symptom
        )


@pytest.mark.parametrize(
    ("typed", "identity"),
    [
        ("ClusterBlockException disk", "opensearch-writes-blocked-by-disk-space"),
        ("413 bulk", "opensearch-request-too-large"),
        ("cluster red", "opensearch-cluster-red"),
        ("403 opensearch serverless", "aoss-403-forbidden"),
        ("throttled although on demand", "dynamodb-throttled-on-demand"),
        ("iterator age grows", "streams-iterator-age-grows"),
        ("connections pinned proxy", "proxy-sessions-pinned"),
        ("application not back after failover", "rds-application-broken-after-failover"),
        ("copy loads nothing", "redshift-copy-loads-nothing"),
        ("ocu never fall", "aoss-ocu-never-falls"),
        ("token expired", "rds-token-expired"),
        ("stl_load_errors", "redshift-copy-loads-nothing"),
        ("UnprocessedItems", "dynamodb-batch-leaves-items"),
        ("storage-full", "rds-storage-full"),
    ],
)
def test_a_message_leads_to_its_trouble(catalog: Catalog, typed: str, identity: str) -> None:
    assert identity in [hit.id for hit in search(catalog, typed)[:2]]
