"""Database Savings Plans: what instances cost at best under a commitment of a year that is paid at all hours.

AWS states the most that a plan takes off, and no rate for a class; so a bill with a plan is the least that it can be.
"""

import re
from dataclasses import replace
from decimal import Decimal

from data.billing.bill import Line
from data.billing.book import PriceBook

COVERED = re.compile(r"(m7g|m7i|r7g|r7i|r8g|r8gd|c7g|x8g)-")
HUNDRED = Decimal(100)


def planned(lines: tuple[Line, ...], book: PriceBook, meter: str, instance_class: str = "") -> tuple[Line, ...]:
    """The lines of instances at the price of a plan; those of a family that no plan covers keep theirs."""
    if instance_class and not COVERED.match(instance_class):
        return tuple(replace(line, what=f"{line.what}: no plan covers this family") for line in lines)
    percent, record = book.factor(meter), book.price(meter)
    found = []
    for line in lines:
        usd = None if percent is None or line.unit_price is None else line.unit_price * (1 - percent / HUNDRED)
        amount = None if usd is None else usd * line.quantity
        told = "Database Savings Plan" if percent is None else f"Database Savings Plan, {percent:f} % off at best"
        own = line.overruled or meter in book.overruled
        found.append(
            Line(f"{line.what}, {told}", line.quantity, line.unit, meter, line.region, usd, amount, record, own)
        )
    return tuple(found)
