"""Reads offer files of the AWS Price List, JSON and CSV as AWS publishes them, a piece at a time, and keeps what
belongs to the prices that are wanted.
"""

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import ijson

FIRST_COLUMN = "SKU"


class OfferError(ValueError):
    """A file is no offer file; the message is one sentence."""


@dataclass(frozen=True)
class OfferTerm:
    """One price of a product: `begin` is the first unit that it holds for. `years` and `way` are those of a
    reservation, 0 and empty on demand.
    """

    unit: str
    usd: Decimal
    begin: Decimal
    years: int = 0
    way: str = ""


@dataclass
class OfferProduct:
    """A product that is wanted, with its prices."""

    sku: str
    usage_type: str
    region: str
    published: str
    terms: list[OfferTerm] = field(default_factory=list)


@dataclass(frozen=True)
class Wanted:
    """What is looked for: SKUs, and usage types."""

    skus: Collection[str]
    usage_types: Collection[str]

    def has(self, sku: str, usage_type: str) -> bool:
        """Whether a product is one of them."""
        return sku in self.skus or usage_type in self.usage_types


def read_offer(path: Path, wanted: Wanted) -> dict[str, OfferProduct]:
    """The wanted products of an offer file, by SKU. Memory holds one product at a time, and those that are wanted.

    Errors: OfferError where the file is neither format.
    """
    try:
        return _read_csv(path, wanted) if path.suffix == ".csv" else _read_json(path, wanted)
    except (
        ijson.JSONError,
        UnicodeDecodeError,
        csv.Error,
        KeyError,
        TypeError,
        AttributeError,
        InvalidOperation,
    ) as error:
        raise OfferError(f"{path.name} is not an offer file of the AWS Price List: {type(error).__name__}.") from error


def _read_json(path: Path, wanted: Wanted) -> dict[str, OfferProduct]:
    found: dict[str, OfferProduct] = {}
    published = _published(path)
    with path.open("rb") as file:
        for sku, product in ijson.kvitems(file, "products"):
            attributes: Mapping[str, str] = product["attributes"]
            if wanted.has(sku, attributes.get("usagetype", "")):
                found[sku] = OfferProduct(
                    sku, attributes.get("usagetype", ""), attributes.get("regionCode", ""), published
                )
    for kind in ("OnDemand", "Reserved"):
        with path.open("rb") as file:
            for sku, offers in ijson.kvitems(file, f"terms.{kind}"):
                if sku in found:
                    found[sku].terms += [term for offer in offers.values() for term in _json_terms(offer)]
    return found


def _published(path: Path) -> str:
    with path.open("rb") as file:
        for prefix, event, value in ijson.parse(file):
            if prefix == "publicationDate":
                return str(value)
            if prefix == "products" and event == "start_map":
                break
    raise OfferError(
        f"{path.name} is not an offer file of the AWS Price List: it names no publication date before its products."
    )


def _json_terms(offer: Mapping[str, Any]) -> Iterator[OfferTerm]:
    terms = offer.get("termAttributes", {})
    for dimension in offer["priceDimensions"].values():
        usd = dimension["pricePerUnit"].get("USD")
        if usd is not None:
            years, way = _reservation(terms.get("LeaseContractLength", ""), terms.get("PurchaseOption", ""))
            yield OfferTerm(dimension["unit"], Decimal(usd), Decimal(dimension.get("beginRange") or 0), years, way)


def _reservation(length: str, option: str) -> tuple[int, str]:
    return (int(length[0]) if length[:1].isdigit() else 0), {
        "No Upfront": "nu",
        "Partial Upfront": "pu",
        "All Upfront": "au",
    }.get(option, "")


def _read_csv(path: Path, wanted: Wanted) -> dict[str, OfferProduct]:
    found: dict[str, OfferProduct] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        published, names = "", []
        for row in rows:
            if row[:1] == ["Publication Date"]:
                published = row[1]
            if row[:1] == [FIRST_COLUMN]:
                names = row
                break
        if not names or not published:
            raise OfferError(
                f"{path.name} is not an offer file of the AWS Price List: no publication date or row of names."
            )
        at = {name.lower().replace(" ", ""): position for position, name in enumerate(names)}
        for row in rows:
            _csv_row(row, at, published, wanted, found)
    return found


def _csv_row(
    row: list[str], at: Mapping[str, int], published: str, wanted: Wanted, found: dict[str, OfferProduct]
) -> None:
    def cell(name: str) -> str:
        position = at.get(name, len(row))
        return row[position] if position < len(row) else ""

    sku, usage_type = cell("sku"), cell("usagetype")
    if not wanted.has(sku, usage_type) or cell("currency") not in {"", "USD"} or not cell("priceperunit"):
        return
    product = found.setdefault(sku, OfferProduct(sku, usage_type, cell("regioncode"), published))
    years, way = _reservation(cell("leasecontractlength"), cell("purchaseoption"))
    product.terms.append(
        OfferTerm(cell("unit"), Decimal(cell("priceperunit")), Decimal(cell("startingrange") or 0), years, way)
    )
