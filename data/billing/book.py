"""The prices that hold for a bill: one Region, with those that the visitor has overruled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from data.billing.bill import ZERO, Line, paid_at_once
from data.records import Catalog
from data.records.price import Price

UPFRONT = ".upfront"
Meters = Mapping[tuple[str, str], Price]


@lru_cache(maxsize=4)
def meters(catalog: Catalog) -> Meters:
    """Every price that bills use, by meter and Region."""
    return {
        (price.meter, price.region): price
        for file in catalog.prices.values()
        for price in file.prices
        if not price.kept
    }


@lru_cache(maxsize=4)
def units(catalog: Catalog) -> Mapping[str, str]:
    """The unit of every meter."""
    return {meter: price.unit for (meter, _), price in meters(catalog).items()}


@dataclass(frozen=True)
class PriceBook:
    """The prices of `region`. `overruled` maps a meter (with `.upfront` for what is paid once) to the visitor's own
    price in USD.

    A meter that has no price in the Region has none: the price of another Region is never taken.
    """

    region: str
    known: Meters
    units: Mapping[str, str]
    overruled: Mapping[str, Decimal] = field(default_factory=dict)
    free_tier: bool = False

    def at(self, region: str) -> PriceBook:
        """The prices of another Region."""
        return self if region == self.region else replace(self, region=region)

    def price(self, meter: str) -> Price | None:
        """The record of a meter in this Region."""
        return self.known.get((meter, self.region))

    def rate(self, meter: str) -> Decimal | None:
        """USD for the first unit; None where it is not known."""
        if meter in self.overruled:
            return self.overruled[meter]
        price = self.price(meter)
        return None if price is None else price.usd

    def factor(self, meter: str) -> Decimal | None:
        """The factor, or the percentage, that a meter of this kind changes other prices by."""
        if meter in self.overruled:
            return self.overruled[meter]
        price = self.price(meter)
        return None if price is None else price.factor if price.factor is not None else price.percent

    def lines(self, what: str, quantity: Decimal, meter: str, unit: str = "", free: bool = True) -> tuple[Line, ...]:
        """The lines for `quantity` units: none for nothing, one for each tier that is reached. `free` says whether a
        free allowance may be taken off.
        """
        if quantity <= ZERO:
            return ()
        price, unit = self.price(meter), unit or self.units.get(meter, "unit")
        if self.free_tier and free and price is not None and price.free is not None:
            quantity = max(ZERO, quantity - price.free)
            what = f"{what}, beyond the free {price.free:,f} {unit}"
        if meter in self.overruled:
            usd = self.overruled[meter]
            return (Line(what, quantity, unit, meter, self.region, usd, quantity * usd, price, overruled=True),)
        if price is None or price.usd is None:
            return (Line(what, quantity, unit, meter, self.region),)
        if not price.tiers:
            return (Line(what, quantity, unit, meter, self.region, price.usd, quantity * price.usd, price),)
        return tuple(self._tiered(what, quantity, unit, price))

    def _tiered(self, what: str, quantity: Decimal, unit: str, price: Price) -> list[Line]:
        bounds = [(ZERO, price.usd or ZERO), *((tier.over, tier.usd) for tier in price.tiers)]
        found = []
        for (over, usd), after in zip(bounds, [*(over for over, _ in bounds[1:]), quantity], strict=True):
            within = min(quantity, after) - over if after > over else ZERO
            if within > ZERO:
                name = (
                    what
                    if quantity <= bounds[1][0]
                    else f"{what}, {'up to' if over == ZERO else 'above'} {after if over == ZERO else over:,f}"
                )
                found.append(Line(name, within, unit, price.meter, self.region, usd, within * usd, price))
        return found

    def upfront(self, what: str, quantity: Decimal, meter: str) -> tuple[Line, ...]:
        """What is paid at once for a term: the sum itself, and its share of a month."""
        price = self.price(meter)
        own = self.overruled.get(meter + UPFRONT)
        usd = own if own is not None else price.upfront_usd if price else None
        if quantity <= ZERO or (price is not None and usd is None):
            return ()
        months = Decimal(12 * (price.term_years if price and price.term_years else 3 if "3yr" in meter else 1))
        amount = None if usd is None else quantity * usd
        paid = Line(what, quantity, "payment", meter + UPFRONT, self.region, usd, amount, price, own is not None)
        return paid_at_once(paid, months)


def price_book(
    catalog: Catalog, region: str, overruled: Mapping[str, Decimal] | None = None, free_tier: bool = False
) -> PriceBook:
    """The prices of a Region."""
    return PriceBook(region, meters(catalog), units(catalog), dict(overruled or {}), free_tier)


def regions_with_prices(catalog: Catalog, services: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The Regions in which any of the services has a price, the one with most prices first."""
    found: dict[str, int] = {}
    for file in catalog.prices.values():
        if not services or file.id in services:
            for price in file.prices:
                found[price.region] = found.get(price.region, 0) + (0 if price.kept else 1)
    return tuple(sorted(found, key=lambda region: (-found[region], region)))
