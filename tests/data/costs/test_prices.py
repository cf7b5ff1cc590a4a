"""What a contributor is told about a broken price, and what the prices of the catalog hold."""

from pathlib import Path
from typing import Any

import pytest

from data.catalog import CatalogError, load_catalog
from data.export import catalog_as_json
from data.records import Catalog
from tests.tiny_catalog import Documents, documents, tiny_catalog, write_documents

URL = "https://aws.amazon.com/s3/pricing/"


def _price(**more: Any) -> Documents:
    return {
        "id": "db-hour",
        "meter": "db-hour",
        "region": "us-east-1",
        "metered": "An hour",
        "unit": "hour",
        "usd": "0.1",
        "url": URL,
        "read_in": "page",
        "confidence": "high",
        **more,
    }


def _file(*prices: Documents) -> Documents:
    copies = {"page": {"what": "A page", "address": URL, "read_on": "2026-09-18", "kind": "aws_page_copy"}}
    return {"id": "db", "copies": copies, "prices": list(prices)}


BROKEN = {
    "a binary float": (_price(usd=0.1), "prices.0.usd: Value error, write the amount in quotes"),
    "a negative price": (_price(usd="-1"), "prices.0.usd: "),
    "an unknown key": (_price(colour="red"), "prices.0.colour: Extra inputs are not permitted"),
    "an unknown text": (_price(read_in="elsewhere"), "read_in: 'elsewhere' is not among the copies of the file"),
    "an address of somebody else": (_price(url="https://example.org/"), "db-hour.url: not an official address"),
    "a price and a percentage": (_price(percent="3"), "db-hour.usd: a record holds either"),
    "tiers that fall": (
        _price(tiers=[{"over": "5", "usd": "1"}, {"over": "5", "usd": "2"}]),
        "db-hour.tiers: each begins above",
    ),
    "a payment without a term": (_price(upfront_usd="5"), "db-hour.term_years: what is paid at once"),
}


@pytest.mark.parametrize("title", BROKEN)
def test_a_broken_price_is_told_by_file_and_field(title: str, tmp_path: Path) -> None:
    price, expected = BROKEN[title]
    content = documents()
    content["prices/db.yaml"] = _file(price)
    with pytest.raises(CatalogError) as raised:
        load_catalog(write_documents(tmp_path, content))
    assert any(problem.startswith(f"prices/db.yaml: {expected}") for problem in raised.value.problems), (
        raised.value.problems
    )


def test_two_prices_for_a_meter_in_a_region_are_told(tmp_path: Path) -> None:
    content = documents()
    content["prices/db.yaml"] = _file(_price(), _price(id="db-hour-again"))
    with pytest.raises(CatalogError, match="'db-hour' has a price in us-east-1 already"):
        load_catalog(write_documents(tmp_path, content))


def test_a_price_that_is_kept_for_the_record_may_stand_beside_the_one_in_use(tmp_path: Path) -> None:
    content = documents()
    content["prices/db.yaml"] = _file(_price(), _price(id="db-hour-told", kept=True))
    assert len(tiny_catalog(tmp_path, content).prices["db"].prices) == 2


def test_the_costs_of_a_use_case_name_what_exists(tmp_path: Path) -> None:
    content = documents()
    part = {"at": "nowhere", "model": "lambda", "option": "x86", "inputs": {"requests": "-1"}, "grows": ["memory_mb"]}
    content["use_case_costs/find.yaml"] = {
        "id": "find",
        "load": "a load",
        "parts": [part],
        "smaller": {"without": ["app"]},
    }
    with pytest.raises(CatalogError) as raised:
        load_catalog(write_documents(tmp_path, content))
    fields = {problem.split(": ")[1] for problem in raised.value.problems}
    assert fields == {"parts.0.at", "smaller.without", "parts.0.inputs", "parts.0.grows"}


def test_every_price_says_where_and_when_it_was_read(catalog: Catalog) -> None:
    for file in catalog.prices.values():
        for price in file.prices:
            assert file.copies[price.read_in].read_on, price.id
            assert (
                price.usd is not None
                or price.percent is not None
                or price.factor is not None
                or price.notes
                or price.minimum
            ), price.id


def test_prices_are_in_what_programs_read(catalog: Catalog) -> None:
    found = catalog_as_json(catalog)
    amounts = {price["id"]: price.get("usd") for file in found["prices"] for price in file["prices"]}
    assert amounts["ddb-od-wru-std"] == "0.625"
    assert amounts["lambda-gbs-x86"] == "0.0000166667"
    assert {rule["id"] for rule in found["rules_of_thumb"]} == set(catalog.rules_of_thumb)
