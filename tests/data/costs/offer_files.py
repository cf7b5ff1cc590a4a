"""Offer files as the AWS Price List has them, about prices of the catalog."""

import json
from pathlib import Path
from typing import Any

from data.records import Catalog
from data.records.price import Price
from data.tools.propose_prices import Compared

PUBLISHED = "2026-12-01T00:00:00Z"


def price_of(catalog: Catalog, identity: str) -> Price:
    return next(price for file in catalog.prices.values() for price in file.prices if price.id == identity)


def product(price: Price, sku: str = "") -> dict[str, Any]:
    return {
        "sku": sku or price.sku,
        "productFamily": "x",
        "attributes": {"usagetype": price.usage_type or "", "regionCode": price.region},
    }


def on_demand(sku: str, *dimensions: tuple[str, str, str]) -> dict[str, Any]:
    priced = {
        f"{sku}.T.{n}": {"unit": unit, "beginRange": begin, "endRange": "Inf", "pricePerUnit": {"USD": usd}}
        for n, (unit, begin, usd) in enumerate(dimensions)
    }
    return {f"{sku}.T": {"offerTermCode": "T", "sku": sku, "priceDimensions": priced, "termAttributes": {}}}


def reserved(sku: str, years: str, option: str, upfront: str, hourly: str) -> dict[str, Any]:
    offer = on_demand(sku, ("Quantity", "", upfront), ("Hrs", "0", hourly))
    offer[f"{sku}.T"]["termAttributes"] = {"LeaseContractLength": years, "PurchaseOption": option}
    return offer


def json_of(
    path: Path, products: dict[str, Any], on_demand: dict[str, Any], reserved: dict[str, Any] | None = None
) -> Path:
    head = {"formatVersion": "v1.0", "offerCode": "AmazonX", "version": "1", "publicationDate": PUBLISHED}
    path.write_text(
        json.dumps({**head, "products": products, "terms": {"OnDemand": on_demand, "Reserved": reserved or {}}}),
        "utf-8",
    )
    return path


def told_by(found: Compared) -> list[str]:
    return [str(change) for change in found.changes]
