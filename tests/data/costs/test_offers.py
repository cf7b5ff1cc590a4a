"""Offer files of the AWS Price List: what they would change is proposed, and written only where that is asked for."""

import csv
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from data.catalog import load_catalog
from data.records import Catalog
from data.tools.offers import OfferError
from data.tools.prices import main
from data.tools.propose_prices import Compared, compare, offer_files
from tests.conftest import ROOT
from tests.data.costs.offer_files import PUBLISHED, json_of, on_demand, price_of, product, reserved, told_by

# What a catalog can do without, and prices say nothing of.
BESIDE_THE_PRICES = ("changes", "comparisons", "decision.yaml", "estate", "findings", "paths", "search", "troubles")


def test_a_changed_price_is_proposed_with_old_new_sku_and_publication_date(catalog: Catalog, tmp_path: Path) -> None:
    price = price_of(catalog, "rs-node-ra3-large-use1")
    path = json_of(
        tmp_path / "a.json",
        {str(price.sku): product(price)},
        {str(price.sku): on_demand(str(price.sku), ("Hrs", "0", "0.6000000000"))},
    )
    assert told_by(compare(catalog, [path])) == [
        f"prices/redshift.yaml rs-node-ra3-large-use1.usd: 0.543 -> 0.6 (SKU {price.sku}, published {PUBLISHED})",
    ]


def test_an_unchanged_price_is_not_proposed_whatever_its_unit(catalog: Catalog, tmp_path: Path) -> None:
    price = price_of(catalog, "ddb-od-wru-std")
    path = json_of(
        tmp_path / "a.json",
        {str(price.sku): product(price)},
        {str(price.sku): on_demand(str(price.sku), ("WriteRequestUnits", "0", "0.0000006250"))},
    )
    found = compare(catalog, [path])
    assert (found.changes, found.same) == ((), ("ddb-od-wru-std",))


def test_tiers_are_compared_one_by_one_and_what_is_free_is_no_tier(catalog: Catalog, tmp_path: Path) -> None:
    price = price_of(catalog, "rs-snapshot-use1")
    sku = str(price.sku)
    path = json_of(
        tmp_path / "a.json",
        {sku: product(price)},
        {sku: on_demand(sku, ("GB-Mo", "512000", "0.021"), ("GB-Mo", "0", "0.023"), ("GB-Mo", "51200", "0.02"))},
    )
    assert [(change.field, change.old, change.new) for change in compare(catalog, [path]).changes] == [
        ("tiers.0.usd", Decimal("0.022"), Decimal("0.02"))
    ]
    storage = price_of(catalog, "ddb-st-std")
    sku = str(storage.sku)
    path = json_of(
        tmp_path / "b.json",
        {sku: product(storage)},
        {sku: on_demand(sku, ("GB-Mo", "0", "0"), ("GB-Mo", "25", "0.25"))},
    )
    assert compare(catalog, [path]).same == ("ddb-st-std",)


def test_a_reservation_is_compared_with_that_of_its_term_and_way_to_pay(catalog: Catalog, tmp_path: Path) -> None:
    price = price_of(catalog, "rs-ri-ra3-large-1yr-pu-use1")
    sku = str(price.sku)
    terms = {sku: {**reserved(sku, "1yr", "Partial Upfront", "1600", "0.182")}}
    path = json_of(tmp_path / "a.json", {sku: product(price)}, {sku: on_demand(sku, ("Hrs", "0", "0.543"))}, terms)
    found = compare(catalog, [path])
    assert [(change.price, change.field, change.new) for change in found.changes] == [
        (price.id, "upfront_usd", Decimal(1600))
    ]


def test_the_csv_format_is_read_as_the_json_format(catalog: Catalog, tmp_path: Path) -> None:
    price = price_of(catalog, "lambda-req")
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, quoting=csv.QUOTE_ALL)
        rows.writerows(
            [
                ["FormatVersion", "v1.0"],
                ["Disclaimer", "x"],
                ["Publication Date", PUBLISHED],
                ["Version", "1"],
                ["OfferCode", "AWSLambda"],
            ]
        )
        rows.writerow(
            [
                "SKU",
                "OfferTermCode",
                "RateCode",
                "TermType",
                "StartingRange",
                "EndingRange",
                "Unit",
                "PricePerUnit",
                "Currency",
                "usageType",
                "Region Code",
            ]
        )
        rows.writerow(
            [price.sku, "T", "R", "OnDemand", "0", "Inf", "Requests", "0.0000003000", "USD", "Request", "us-east-1"]
        )
    assert told_by(compare(catalog, [path])) == [
        f"prices/lambda.yaml lambda-req.usd: 0.2 -> 0.3 (SKU {price.sku}, published {PUBLISHED})"
    ]


def test_several_products_of_one_usage_type_are_told_and_not_guessed(catalog: Catalog, tmp_path: Path) -> None:
    price = price_of(catalog, "os-gp3")
    products = {sku: product(price, sku) for sku in ("AAA", "BBB")}
    found = compare(
        catalog,
        [json_of(tmp_path / "a.json", products, {sku: on_demand(sku, ("GB-Mo", "0", "9")) for sku in products})],
    )
    assert found.changes == ()
    assert found.unclear == ("os-gp3: 2 products have the usage type ES:GP3-Storage: AAA, BBB",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", "[1, 2"),
        ("b.json", '{"products": {}}'),
        ("c.csv", "a,b\n1,2\n"),
        ("d.json", '{"publicationDate": "x", "products": [1]}'),
    ],
)
def test_what_is_no_offer_file_is_told_in_a_sentence(name: str, text: str, catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    if name == "d.json":
        assert compare(catalog, [tmp_path / name]) == Compared((), (), ())
        return
    with pytest.raises(OfferError, match=f"{name} is not an offer file"):
        compare(catalog, [tmp_path / name])


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OfferError, match=r"There is no \.json or \.csv offer file"):
        offer_files(str(tmp_path), tmp_path)


def test_the_command_writes_nothing(catalog: Catalog, tmp_path: Path) -> None:
    price = price_of(catalog, "rs-node-ra3-large-use1")
    json_of(
        tmp_path / "a.json",
        {str(price.sku): product(price)},
        {str(price.sku): on_demand(str(price.sku), ("Hrs", "0", "0.6"))},
    )
    before = (ROOT / "data" / "prices" / "redshift.yaml").read_bytes()
    done = subprocess.run(
        [sys.executable, "-m", "data.tools.prices", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "0.543 -> 0.6" in done.stdout
    assert "Nothing was written" in done.stdout
    assert (ROOT / "data" / "prices" / "redshift.yaml").read_bytes() == before


def test_what_is_proposed_is_written_only_where_that_is_asked_for_and_nothing_else_changes(
    catalog: Catalog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, offers = tmp_path / "data", tmp_path / "offers"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("__pycache__", "*.py", *BESIDE_THE_PRICES))
    offers.mkdir()
    price = price_of(catalog, "rs-node-ra3-large-use1")
    sku, path = str(price.sku), data / "prices" / "redshift.yaml"
    path.write_text(path.read_text("utf-8").replace("copies:", "# A comment that stays.\ncopies:", 1), "utf-8")
    json_of(offers / "a.json", {sku: product(price)}, {sku: on_demand(sku, ("Hrs", "0", "0.6"))})
    before = path.read_text("utf-8").splitlines()
    assert main([str(offers)], data) == 0
    assert path.read_text("utf-8").splitlines() == before
    assert main([str(offers), "--write"], data) == 0
    after = path.read_text("utf-8").splitlines()
    assert f"0.543 -> 0.6 (SKU {sku}, published {PUBLISHED})" in capsys.readouterr().out
    assert {line.strip() for line in after if line not in before} == {
        "price-list-2026-12-01:",
        "address: 'offers'",
        "what: Offer file of the AWS Price List",
        f"read_on: '{PUBLISHED}'",
        'usd: "0.6"',
        "read_in: price-list-2026-12-01",
    }
    now = load_catalog(data)
    written = price_of(now, price.id)
    assert (written.usd, written.confidence, written.read_in) == (Decimal("0.6"), "high", "price-list-2026-12-01")
    assert "# A comment that stays." in after
    assert compare(now, [offers / "a.json"]).changes == ()
