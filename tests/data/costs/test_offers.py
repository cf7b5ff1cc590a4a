"""Offer files of the AWS Price List: what they would change is proposed, and a large one is read in little memory."""

import csv
import json
import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from data.catalog import load_catalog
from data.records import Catalog
from data.records.price import Price
from data.tools.offers import OfferError
from data.tools.prices import main
from data.tools.propose_prices import Compared, compare, offer_files
from tests.conftest import ROOT

PUBLISHED = "2026-12-01T00:00:00Z"
MEGABYTES = int(os.environ.get("OFFER_MEGABYTES", "60"))
WITHIN = 300  # MB, whatever the size of the file


def _price(catalog: Catalog, identity: str) -> Price:
    return next(price for file in catalog.prices.values() for price in file.prices if price.id == identity)


def _product(price: Price, sku: str = "") -> dict[str, Any]:
    return {
        "sku": sku or price.sku,
        "productFamily": "x",
        "attributes": {"usagetype": price.usage_type or "", "regionCode": price.region},
    }


def _on_demand(sku: str, *dimensions: tuple[str, str, str]) -> dict[str, Any]:
    priced = {
        f"{sku}.T.{n}": {"unit": unit, "beginRange": begin, "endRange": "Inf", "pricePerUnit": {"USD": usd}}
        for n, (unit, begin, usd) in enumerate(dimensions)
    }
    return {f"{sku}.T": {"offerTermCode": "T", "sku": sku, "priceDimensions": priced, "termAttributes": {}}}


def _reserved(sku: str, years: str, option: str, upfront: str, hourly: str) -> dict[str, Any]:
    offer = _on_demand(sku, ("Quantity", "", upfront), ("Hrs", "0", hourly))
    offer[f"{sku}.T"]["termAttributes"] = {"LeaseContractLength": years, "PurchaseOption": option}
    return offer


def _json(
    path: Path, products: dict[str, Any], on_demand: dict[str, Any], reserved: dict[str, Any] | None = None
) -> Path:
    head = {"formatVersion": "v1.0", "offerCode": "AmazonX", "version": "1", "publicationDate": PUBLISHED}
    path.write_text(
        json.dumps({**head, "products": products, "terms": {"OnDemand": on_demand, "Reserved": reserved or {}}}),
        "utf-8",
    )
    return path


def _told(found: Compared) -> list[str]:
    return [str(change) for change in found.changes]


def test_a_changed_price_is_proposed_with_old_new_sku_and_publication_date(catalog: Catalog, tmp_path: Path) -> None:
    price = _price(catalog, "rs-node-ra3-large-use1")
    path = _json(
        tmp_path / "a.json",
        {str(price.sku): _product(price)},
        {str(price.sku): _on_demand(str(price.sku), ("Hrs", "0", "0.6000000000"))},
    )
    assert _told(compare(catalog, [path])) == [
        f"prices/redshift.yaml rs-node-ra3-large-use1.usd: 0.543 -> 0.6 (SKU {price.sku}, published {PUBLISHED})",
    ]


def test_an_unchanged_price_is_not_proposed_whatever_its_unit(catalog: Catalog, tmp_path: Path) -> None:
    price = _price(catalog, "ddb-od-wru-std")
    path = _json(
        tmp_path / "a.json",
        {str(price.sku): _product(price)},
        {str(price.sku): _on_demand(str(price.sku), ("WriteRequestUnits", "0", "0.0000006250"))},
    )
    found = compare(catalog, [path])
    assert (found.changes, found.same) == ((), ("ddb-od-wru-std",))


def test_tiers_are_compared_one_by_one_and_what_is_free_is_no_tier(catalog: Catalog, tmp_path: Path) -> None:
    price = _price(catalog, "rs-snapshot-use1")
    sku = str(price.sku)
    path = _json(
        tmp_path / "a.json",
        {sku: _product(price)},
        {sku: _on_demand(sku, ("GB-Mo", "512000", "0.021"), ("GB-Mo", "0", "0.023"), ("GB-Mo", "51200", "0.02"))},
    )
    assert [(change.field, change.old, change.new) for change in compare(catalog, [path]).changes] == [
        ("tiers.0.usd", Decimal("0.022"), Decimal("0.02"))
    ]
    storage = _price(catalog, "ddb-st-std")
    sku = str(storage.sku)
    path = _json(
        tmp_path / "b.json",
        {sku: _product(storage)},
        {sku: _on_demand(sku, ("GB-Mo", "0", "0"), ("GB-Mo", "25", "0.25"))},
    )
    assert compare(catalog, [path]).same == ("ddb-st-std",)


def test_a_reservation_is_compared_with_that_of_its_term_and_way_to_pay(catalog: Catalog, tmp_path: Path) -> None:
    price = _price(catalog, "rs-ri-ra3-large-1yr-pu-use1")
    sku = str(price.sku)
    terms = {sku: {**_reserved(sku, "1yr", "Partial Upfront", "1600", "0.182")}}
    path = _json(tmp_path / "a.json", {sku: _product(price)}, {sku: _on_demand(sku, ("Hrs", "0", "0.543"))}, terms)
    found = compare(catalog, [path])
    assert [(change.price, change.field, change.new) for change in found.changes] == [
        (price.id, "upfront_usd", Decimal(1600))
    ]


def test_the_csv_format_is_read_as_the_json_format(catalog: Catalog, tmp_path: Path) -> None:
    price = _price(catalog, "lambda-req")
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
    assert _told(compare(catalog, [path])) == [
        f"prices/lambda.yaml lambda-req.usd: 0.2 -> 0.3 (SKU {price.sku}, published {PUBLISHED})"
    ]


def test_several_products_of_one_usage_type_are_told_and_not_guessed(catalog: Catalog, tmp_path: Path) -> None:
    price = _price(catalog, "os-gp3")
    products = {sku: _product(price, sku) for sku in ("AAA", "BBB")}
    found = compare(
        catalog, [_json(tmp_path / "a.json", products, {sku: _on_demand(sku, ("GB-Mo", "0", "9")) for sku in products})]
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
    price = _price(catalog, "rs-node-ra3-large-use1")
    _json(
        tmp_path / "a.json",
        {str(price.sku): _product(price)},
        {str(price.sku): _on_demand(str(price.sku), ("Hrs", "0", "0.6"))},
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
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    offers.mkdir()
    price = _price(catalog, "rs-node-ra3-large-use1")
    sku, path = str(price.sku), data / "prices" / "redshift.yaml"
    path.write_text(path.read_text("utf-8").replace("copies:", "# A comment that stays.\ncopies:", 1), "utf-8")
    _json(offers / "a.json", {sku: _product(price)}, {sku: _on_demand(sku, ("Hrs", "0", "0.6"))})
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
    written = next(one for one in load_catalog(data).prices["redshift"].prices if one.id == price.id)
    assert (written.usd, written.confidence, written.read_in) == (Decimal("0.6"), "high", "price-list-2026-12-01")
    assert "# A comment that stays." in after
    assert main([str(offers), "--write"], data) == 0
    assert "0 changes proposed" in capsys.readouterr().out


def _write_large(path: Path, megabytes: int, price: Price) -> None:
    """An offer file of that size: thousands of products with their terms, and at its end the one that is wanted."""
    sku, filler = str(price.sku), "An attribute that says something about this product. " * 4
    with path.open("w", encoding="utf-8") as file:
        file.write(f'{{"formatVersion": "v1.0", "publicationDate": "{PUBLISHED}", "products": {{')
        number = 0
        while file.tell() < megabytes * 600_000:
            file.write(
                f'"X{number}": '
                + json.dumps(
                    {
                        "sku": f"X{number}",
                        "attributes": {"usagetype": f"u{number}", "regionCode": "us-east-1", "text": filler},
                    }
                )
                + ",\n"
            )
            number += 1
        file.write(f'"{sku}": ' + json.dumps(_product(price)) + '}, "terms": {"OnDemand": {')
        for other in range(number):
            file.write(f'"X{other}": ' + json.dumps(_on_demand(f"X{other}", ("Hrs", "0", "1.0"))) + ",\n")
            if file.tell() > megabytes * 1_000_000:
                break
        file.write(f'"{sku}": ' + json.dumps(_on_demand(sku, ("Hrs", "0", "0.6"))) + '}, "Reserved": {}}}')


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to read the memory from")
def test_a_large_offer_file_is_read_in_little_memory(catalog: Catalog, tmp_path: Path) -> None:
    """OFFER_MEGABYTES=500 makes the file as large as those of AWS; the memory allowed is the same."""
    price = _price(catalog, "rs-node-ra3-large-use1")
    _write_large(tmp_path / "large.json", MEGABYTES, price)
    used = "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"  # kB
    script = f"from data.tools.prices import main; main(); {used}"
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "0.543 -> 0.6" in done.stdout
    assert int(done.stdout.split()[-1]) / 1024 < WITHIN
