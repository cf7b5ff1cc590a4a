"""What the server answers beside the pages: search, health, the catalog, the feed."""

import json
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from components.picture.plot_script import SCRIPT
from data.records import Catalog
from tests.http_answers import ask


def test_a_search_is_answered_with_hits_that_say_where_they_open(app_url: str) -> None:
    answer = ask(app_url, "/api/search?q=400%20KB%20dynamodb%20item")
    best = json.loads(answer.body)["hits"][0]
    assert (answer.status, answer.header("cache-control")) == (200, "no-store")
    assert best["url"].startswith("services?service=dynamodb")
    assert "400" in [piece["text"] for piece in best["sentence"] if piece["marked"]]


@pytest.mark.parametrize("query", ["", "?q=", "?q=%00%01", "?q=" + "x" * 5000, "?x=1"])
def test_a_search_for_nothing_finds_nothing(app_url: str, query: str) -> None:
    answer = ask(app_url, "/api/search" + query)
    assert (answer.status, json.loads(answer.body)) == (200, {"hits": []})


def test_the_health_check_counts_the_catalog(app_url: str, catalog: Catalog) -> None:
    answer = ask(app_url, "/healthz")
    assert answer.status == 200
    told = json.loads(answer.body)
    assert told["status"] == "ok"
    assert told["services"] == len(catalog.services)
    assert told["connections"] == len(catalog.connections)
    assert told["use_cases"] == len(catalog.use_cases)
    assert answer.header("cache-control") == "no-store"


def test_the_catalog_over_http_is_whole_and_fits_its_schema(app_url: str, catalog: Catalog) -> None:
    whole, schema = (json.loads(ask(app_url, f"/api/catalog{kind}.json").body) for kind in ("", ".schema"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(whole)
    assert {service["id"] for service in whole["services"]} == set(catalog.services)
    assert {connection["id"] for connection in whole["connections"]} == set(catalog.connections)
    assert {use_case["id"] for use_case in whole["use_cases"]} == set(catalog.use_cases)
    assert whole["services"][0]["purpose"]["source"]


def test_the_changes_come_as_a_feed_with_addresses_of_the_host_that_was_asked(app_url: str, catalog: Catalog) -> None:
    answer = ask(app_url, "/changes.atom")
    assert answer.header("content-type").startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.body)
    atom = "{http://www.w3.org/2005/Atom}"
    assert len(feed.findall(f"{atom}entry")) == len(catalog.changes)
    own = [link.get("href", "") for link in feed.iter(f"{atom}link") if link.get("rel") != "related"]
    assert own
    assert all(address.startswith(app_url) for address in own)


def test_the_schema_refuses_a_catalog_with_something_missing(app_url: str) -> None:
    whole, schema = (json.loads(ask(app_url, f"/api/catalog{kind}.json").body) for kind in ("", ".schema"))
    del whole["services"][0]["purpose"]
    assert not Draft202012Validator(schema).is_valid(whole)


def test_the_kinds_of_content_are_told(app_url: str) -> None:
    assert ask(app_url, "/api/catalog.json").header("content-type") == "application/json"
    assert ask(app_url, "/api/catalog.schema.json").header("content-type") == "application/schema+json"
    assert ask(app_url, f"/{SCRIPT}").header("content-type").startswith("text/javascript")
