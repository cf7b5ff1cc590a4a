"""What offer files of the AWS Price List would change in the prices: each change with old and new value, SKU, date."""

import shutil
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

from data.records import Catalog
from data.records.price import Price
from data.tools.offers import OfferError, OfferProduct, OfferTerm, Wanted, read_offer

SCALES = {"million ": Decimal(1_000_000), "thousand ": Decimal(1000), "TB ": Decimal(1)}
WAYS = ("nu", "pu", "au")


@dataclass(frozen=True)
class Proposal:
    """A change that the offer files suggest: which field of which price, from what to what, and where that stands."""

    file: str
    price: str
    field: str
    old: Decimal | None
    new: Decimal
    sku: str
    published: str

    def __str__(self) -> str:
        old = "nothing" if self.old is None else f"{self.old:f}"
        change = f"{self.price}.{self.field}: {old} -> {self.new:f}"
        return f"prices/{self.file}.yaml {change} (SKU {self.sku}, published {self.published})"


@dataclass(frozen=True)
class Compared:
    """What comparing the prices with offer files came to: what would change, ids of what is the same, and sentences
    about what could not be told.
    """

    changes: tuple[Proposal, ...]
    same: tuple[str, ...]
    unclear: tuple[str, ...]


def compare(catalog: Catalog, paths: Sequence[Path]) -> Compared:
    """The prices of the catalog against the offer files. Errors: OfferError."""
    prices = [
        (file.id, price) for file in catalog.prices.values() for price in file.prices if price.sku or price.usage_type
    ]
    wanted = Wanted(
        {price.sku for _, price in prices if price.sku}, {price.usage_type for _, price in prices if price.usage_type}
    )
    products: dict[str, OfferProduct] = {}
    for path in paths:
        products |= read_offer(path, wanted)
    changes: list[Proposal] = []
    same: list[str] = []
    unclear: list[str] = []
    for file, price in prices:
        found = _products(price, products)
        if len(found) > 1:
            skus = ", ".join(sorted(product.sku for product in found))
            unclear.append(f"{price.id}: {len(found)} products have the usage type {price.usage_type}: {skus}")
        elif found:
            different, problem = _compare_one(file, price, found[0])
            changes += different
            unclear += [problem] if problem else []
            same += [] if different or problem else [price.id]
    return Compared(tuple(changes), tuple(same), tuple(unclear))


def _products(price: Price, products: dict[str, OfferProduct]) -> list[OfferProduct]:
    if price.sku:
        return [products[price.sku]] if price.sku in products else []
    return [
        product
        for product in products.values()
        if product.usage_type == price.usage_type and product.region in {"", price.region}
    ]


def _compare_one(file: str, price: Price, product: OfferProduct) -> tuple[list[Proposal], str]:
    """What would change, and a sentence where it cannot be told."""
    fields = list(_fields(price, _terms(price, product)))
    if not fields:
        return [], f"{price.id}: the offer has no price of this kind for SKU {product.sku}"
    where = (product.sku, product.published)
    return [Proposal(file, price.id, name, old, new, *where) for name, old, new in fields if old != new], ""


def _terms(price: Price, product: OfferProduct) -> list[OfferTerm]:
    """The terms of the product that the record is about: on demand, or those of its reservation."""
    reserved = [term for term in product.terms if term.years]
    sold_as_product = "-CR-" in (price.usage_type or "")  # a Serverless reservation has a SKU of its own
    if price.term_years is None or sold_as_product:
        return [term for term in product.terms if not term.years]
    way = next((way for way in WAYS if f"-{way}-" in f"-{price.id}-"), "")
    return [term for term in reserved if (term.years, term.way) == (price.term_years, way)]


def _fields(price: Price, terms: Sequence[OfferTerm]) -> Iterator[tuple[str, Decimal | None, Decimal]]:
    once = [term for term in terms if term.unit == "Quantity"]
    scale = next((scale for start, scale in SCALES.items() if price.unit.startswith(start)), Decimal(1))
    tiers = sorted((term for term in terms if term not in once), key=lambda term: term.begin)
    if len(tiers) > 1 and not tiers[0].usd:
        tiers = tiers[1:]  # what is free for an account is no tier here
    for term in once:
        yield "upfront_usd", price.upfront_usd, _plain(term.usd)
    if price.usd is None:
        return
    old = [price.usd, *(tier.usd for tier in price.tiers)]
    for number, term in enumerate(tiers):
        name = "usd" if number == 0 else f"tiers.{number - 1}.usd"
        yield name, old[number] if number < len(old) else None, _plain(term.usd * scale)


def _plain(value: Decimal) -> Decimal:
    return Decimal(f"{value.normalize():f}")


def offer_files(place: str, folder: Path) -> list[Path]:
    """The offer files of a folder or file, or the one at an https address, which is brought into `folder` a piece at a
    time. Errors: OfferError.
    """
    if place.startswith("https://"):
        name = Path(urlsplit(place).path).name
        if Path(name).suffix not in {".json", ".csv"}:
            raise OfferError(f"The address {place} does not name a .json or .csv offer file.")
        with urllib.request.urlopen(place, timeout=60) as answer, (folder / name).open("wb") as out:
            shutil.copyfileobj(answer, out)
        return [folder / name]
    path = Path(place)
    found = (
        sorted(file for file in path.rglob("*") if file.suffix in {".json", ".csv"})
        if path.is_dir()
        else [path]
        if path.is_file()
        else []
    )
    if not found:
        raise OfferError(f"There is no .json or .csv offer file at {place}.")
    return found
