"""What must hold between prices: official addresses, texts that exist and are cited, one price for a meter in a Region,
tiers that rise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from data.loading.cost_checks import cost_problems
from data.records import Catalog
from data.records.price import Price, PriceFile

OFFICIAL = re.compile(
    r"^https://(docs\.|[a-z-]+\.)?(aws\.amazon\.com)/|^https://github\.com/(aws|awslabs|aws-solutions)/"
)


def price_problems(catalog: Catalog) -> Iterator[str]:
    """All problems of prices, rules of thumb and costs of use cases, a line each: file, field, what is wrong."""
    ids: dict[str, str] = {}
    meters: dict[tuple[str, str], str] = {}
    for prices in catalog.prices.values():
        name = f"prices/{prices.id}.yaml"
        if prices.id not in catalog.services:
            yield f"{name}: id: unknown service {prices.id!r}"
        yield from _copy_problems(name, prices)
        for price in prices.prices:
            if ids.setdefault(price.id, name) != name or sum(other.id == price.id for other in prices.prices) > 1:
                yield f"{name}: {price.id}.id: stands twice"
            if not price.kept and meters.setdefault((price.meter, price.region), price.id) != price.id:
                other = meters[price.meter, price.region]
                yield f"{name}: {price.id}.meter: {price.meter!r} has a price in {price.region} already: {other!r}"
            for problem in _own_problems(price):
                yield f"{name}: {price.id}.{problem}"
    for rule in catalog.rules_of_thumb.values():
        for service in rule.services:
            if service not in catalog.services:
                yield f"rules_of_thumb/{rule.id}.yaml: services: unknown service {service!r}"
        if not OFFICIAL.match(rule.url):
            yield f"rules_of_thumb/{rule.id}.yaml: url: not an official address: {rule.url}"
    yield from cost_problems(catalog)


def _copy_problems(name: str, prices: PriceFile) -> Iterator[str]:
    cited = {key for price in prices.prices for key in (price.read_in, *price.also_in)}
    for key in sorted(cited - set(prices.copies)):
        yield f"{name}: read_in: {key!r} is not among the copies of the file"
    for key in sorted(set(prices.copies) - cited):
        yield f"{name}: copies.{key}: no price was read in it"


def _own_problems(price: Price) -> Iterator[str]:
    if sum(value is not None for value in (price.usd, price.percent, price.factor)) > 1:
        yield "usd: a record holds either usd, or percent, or factor"
    if price.tiers and price.usd is None:
        yield "tiers: the first units have no price"
    if any(
        tier.over <= before
        for tier, before in zip(price.tiers, [Decimal(0), *(t.over for t in price.tiers)], strict=False)
    ):
        yield "tiers: each begins above the one before"
    if price.upfront_usd is not None and price.term_years is None:
        yield "term_years: what is paid at once holds for a term"
    if not OFFICIAL.match(price.url):
        yield f"url: not an official address: {price.url}"
