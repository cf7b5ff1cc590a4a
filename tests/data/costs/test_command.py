"""What `python -m data.costs` prints, and what it says where it cannot."""

import csv
import io
import json
import subprocess
import sys
from decimal import Decimal

import pytest

from data.costs.__main__ import RequestError, run
from data.costs.question import models, presets
from data.records import Catalog
from tests.conftest import ROOT


def test_a_bill_is_printed_line_by_line_with_quantity_price_and_amount() -> None:
    told = run(["dynamodb-table", "writes_per_month=2000000", "item_kb=1.5", "option=on-demand"])
    assert "Write request units: 4 million WRU x 0.625 = 2.50 USD (ddb-od-wru-std, high)" in told
    assert "Total: 2.50 USD a month" in told
    assert "A month has 730 hours." in told


def test_the_three_formats_tell_the_same_total() -> None:
    asked = ["warehouse", "hours_per_day=8", "option=serverless"]
    total = Decimal(json.loads(run([*asked, "--format", "json"]))["options"][0]["total"])
    assert f"{total:,.2f} USD a month" in run(asked)
    assert f"{total:,.2f} USD a month" in run([*asked, "--format=markdown"])
    rows = list(csv.DictReader(io.StringIO(run([*asked, "--format", "csv"]))))
    assert sum(Decimal(row["amount USD a month"]) for row in rows) == total


def test_an_own_price_is_marked_and_changes_the_total() -> None:
    found = json.loads(
        run(["lambda", "requests=1000000", "duration_ms=0", "option=x86", "rate.lambda-req=0.5", "--format", "json"])
    )
    assert found["options"][0]["total"] == "0.5"
    assert found["options"][0]["lines"][0]["overruled"] is True
    assert "rate.lambda-req given" in run(["lambda", "requests=1000000", "duration_ms=0", "rate.lambda-req=0.5"])


def test_an_unknown_price_makes_the_total_a_part_and_names_how_to_give_it() -> None:
    told = run(["dynamodb-table", "option=dax", "region=us-east-1"])
    assert "at least 0.00 USD a month; not known: DAX nodes r5.large" in told
    assert "unknown, no price for us-east-1 on record (give it with rate.dax-r5-large=USD)" in told
    assert "Total: 558.45 USD a month" in run(
        ["dynamodb-table", "option=dax", "region=us-east-1", "rate.dax-r5-large=0.255"]
    )


def test_a_region_without_a_price_takes_none_from_another() -> None:
    found = json.loads(
        run(["dynamodb-table", "storage_gb=100", "region=eu-west-1", "option=on-demand", "--format", "json"])
    )["options"][0]
    assert (found["total"], found["whole"], found["unknown"]) == ("0", False, ["Storage"])


REFUSED = {
    "no model": (["nothing"], "There is no model 'nothing'; there are dynamodb-table, relational-database"),
    "a wrong key": (["lambda", "request=1"], "There is no input 'request'; there are requests, requests_per_day"),
    "no key": (["lambda", "requests"], "'requests' is not key=value."),
    "a text": (["lambda", "requests=many"], "requests = 'many' is not possible: Requests is a number from 0 to"),
    "a negative": (["lambda", "requests=-1"], "is a number from 0 to"),
    "far too much": (["lambda", "requests=1e18"], "is a number from 0 to"),
    "not a number": (["lambda", "requests=NaN"], "is a number from 0 to"),
    "infinity": (["lambda", "requests=Infinity"], "is a number from 0 to"),
    "half a node": (
        ["warehouse", "nodes=1.5"],
        "nodes = '1.5' is not possible: Nodes is a whole number from 1 to 128 (nodes).",
    ),
    "a unit": (["lambda", "duration_ms=3 s"], "Duration of a request is a number from 0 to 86400000 (ms)."),
    "a wrong choice": (["dynamodb-table", "shape=round"], "is one of flat, daily, peaks."),
    "a wrong option": (["lambda", "option=risc"], "There is no option 'risc'; there are x86, arm."),
    "a wrong preset": (["lambda", "preset=siem"], "There is no preset 'siem' for lambda; there are"),
    "a wrong format": (["lambda", "--format", "xml"], "There is no format 'xml'; there are text, json, markdown, csv."),
    "no such price": (
        ["lambda", "requests=1", "rate.nothing=1"],
        "There is no price 'nothing'; these bills use lambda-gbs-arm",
    ),
    "a price that is no number": (["lambda", "rate.lambda-req=cheap"], "a price is a number of USD from 0 to"),
    "a negative price": (["lambda", "rate.lambda-req=-1"], "a price is a number of USD from 0 to"),
    "no Region": (["lambda", "region=mars"], "'mars' is no Region; there are prices for us-east-1, "),
    "no use case": (["use-case", "use_case=nowhere"], "There is no use case 'nowhere' with costs; there are"),
    "an input that is no number": (["lambda", "over=region"], "is not a number among the inputs; there are"),
}


@pytest.mark.parametrize("title", REFUSED)
def test_what_is_not_possible_is_told_in_one_sentence(title: str) -> None:
    arguments, expected = REFUSED[title]
    with pytest.raises(RequestError) as raised:
        run(arguments)
    assert expected in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_command_ends_with_two_where_it_cannot_read() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "data.costs", "lambda", "requests=-1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


def test_without_keys_each_model_shows_its_example(catalog: Catalog) -> None:
    for name in models(catalog):
        assert "USD a month" in run([name])
        assert "Options: " in run([name, "--inputs"])


def test_a_service_stands_for_the_question_that_it_belongs_to() -> None:
    assert run(["dax", "--inputs"]) == run(["dynamodb-table", "--inputs"])
    assert run(["redshift-serverless", "--inputs"]) == run(["warehouse", "--inputs"])


def test_where_the_choice_turns_is_told_in_a_sentence() -> None:
    told = run(["dynamodb-table", "writes_per_second=5000", "option=on-demand,provisioned"])
    assert (
        "Provisioned capacity that is used: above 28.9 % Provisioned, auto scaling is cheaper, below it On-demand."
        in told
    )


def test_every_use_case_with_costs_has_a_bill_for_the_whole_and_the_smaller(catalog: Catalog) -> None:
    for use_case in presets(catalog, "use-case"):
        found = json.loads(run(["use-case", f"use_case={use_case}", "--format", "json"]))
        whole, smaller = found["options"]
        assert Decimal(whole["total"]) > 0, use_case
        assert {line["part"] for line in smaller["lines"]} <= {line["part"] for line in whole["lines"]}, use_case
