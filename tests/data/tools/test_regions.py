"""The table of services by AWS Region."""

from pathlib import Path

import pytest

from data.loading.region_table import Region, as_csv, read_csv
from data.records import Catalog
from data.tools.regions import FILE, from_botocore, own_clients, region_table, regions
from tests.tiny_catalog import documents, tiny_catalog

HERE, THERE = Region("aws", "us-east-1", "N. Virginia"), Region("aws-cn", "cn-north-1", "Beijing")


def with_clients(folder: Path) -> Catalog:
    content = documents()
    content["services/db.yaml"]["names_in_code"] = {"boto3": ["store", "store-data"]}
    content["services/cache.yaml"]["names_in_code"] = {"boto3": ["store"]}
    content["services/search.yaml"]["names_in_code"] = {"boto3": ["search"]}
    content["services/app.yaml"]["names_in_code"] = {"boto3": ["global"]}
    return tiny_catalog(folder, content)


def offered(client: str, partition: str) -> list[str]:
    lists = {
        ("store-data", "aws"): ["us-east-1", "eu-nowhere-9"],
        ("search", "aws"): ["us-east-1"],
        ("search", "aws-cn"): ["cn-north-1"],
    }
    return lists.get((client, partition), [])


def test_a_client_belongs_to_the_service_that_is_part_of_no_other(tmp_path: Path) -> None:
    own = own_clients(with_clients(tmp_path))
    assert own["db"] == ("store", "store-data")
    assert "cache" not in own


def test_the_first_client_that_has_a_list_counts_and_a_service_without_one_is_left_out(tmp_path: Path) -> None:
    table = region_table(with_clients(tmp_path), (HERE, THERE), offered, "1.0")
    assert table.clients == {"db": "store-data", "search": "search"}
    assert table.offered == {("db", "us-east-1"), ("search", "us-east-1"), ("search", "cn-north-1")}


def test_the_file_says_the_same_when_it_is_read_again(tmp_path: Path) -> None:
    table = region_table(with_clients(tmp_path), (HERE, THERE), offered, "1.0")
    text = as_csv(table)
    assert text.splitlines()[0] == "botocore,partition,region,name,db:store-data,search:search"
    assert text.splitlines()[2] == "1.0,aws-cn,cn-north-1,Beijing,no,yes"
    again = read_csv(text)
    assert (again.botocore, again.regions, again.clients, again.offered) == (
        table.botocore,
        table.regions,
        table.clients,
        table.offered,
    )


def test_a_file_that_is_no_such_table_is_refused_with_the_way_out() -> None:
    with pytest.raises(ValueError, match="make regions"):
        read_csv("service,region\ndax,us-east-1\n")


def test_the_committed_file_is_what_the_pinned_botocore_says(catalog: Catalog) -> None:
    assert FILE.read_text("utf-8") == as_csv(from_botocore(catalog)), "write it again with `make regions`"


def test_every_core_service_with_a_client_of_its_own_has_its_row(catalog: Catalog) -> None:
    table = regions()
    own = own_clients(catalog)
    assert {service.id for service in catalog.services.values() if service.core and service.id in own} <= set(
        table.clients
    )
    assert len(table.regions) > 30
    assert all(any((service, region.code) in table.offered for region in table.regions) for service in table.clients)
