"""A warehouse: a provisioned Redshift cluster, always on, paused or reserved, against Redshift Serverless."""

from decimal import Decimal
from typing import Literal

from data.billing.bill import ZERO, Line, paid_at_once
from data.billing.book import PriceBook
from data.billing.inputs import Inputs, choice, number, whole

DAY = Decimal(24)
MINUTE = Decimal(60)
NODES = [
    "ra3-large",
    "ra3-xlplus",
    "ra3-4xlarge",
    "ra3-16xlarge",
    "rg-large",
    "rg-xlarge",
    "rg-4xlarge",
    "rg-12xlarge",
    "dc2-large",
    "dc2-8xlarge",
]
Term = Literal["", "1yr-nu", "1yr-pu", "1yr-au", "3yr-nu", "3yr-pu", "3yr-au"]
TERMS = {"nu": "no upfront", "pu": "partial upfront", "au": "all upfront"}


class WarehouseInputs(Inputs):
    """A warehouse that works some hours a day, on nodes or on RPU, and the storage under it."""

    hours_per_day: Decimal = number("24", "0", "24", "Hours of work a day", "hours a day", "Work")
    days_per_week: Decimal = number("7", "0", "7", "Days of work a week", "days a week", "Work")
    node_type: str = choice("ra3-large", "Node type", "Provisioned", NODES)
    nodes: int = whole(2, 1, 128, "Nodes", "nodes", "Provisioned")
    scaling_seconds: Decimal = number(
        "0", "0", "1e8", "Concurrency scaling: seconds of added clusters in the month", "seconds", "Provisioned"
    )
    scaling_credit_hours: Decimal = number(
        "30", "0", "1000", "Concurrency scaling: free hours earned in the month, one a day", "hours", "Provisioned"
    )
    spectrum_tb: Decimal = number("0", "0", "1e6", "Data scanned by Spectrum", "TB a month", "Provisioned")
    rpu: Decimal = number("8", "4", "1024", "Capacity of Serverless while it works", "RPU", "Serverless")
    runs: Decimal = number("0", "0", "1e8", "Further separate runs, each at least a minute", "a month", "Serverless")
    run_seconds: Decimal = number("60", "0", "1e6", "Time of such a run", "seconds", "Serverless")
    rpu_hours: Decimal = number("0", "0", "1e9", "RPU-hours as counted", "RPU-hours", "Serverless")
    reserved_rpu: Decimal = number("8", "0", "1024", "Reserved RPU, paid at all hours", "RPU", "Serverless")
    storage_gb: Decimal = number("0", "0", "1e8", "Managed storage", "GB", "Storage")
    snapshot_gb: Decimal = number("0", "0", "1e8", "Manual snapshots beyond the free part", "GB", "Storage")
    cross_region_gb: Decimal = number(
        "0", "0", "1e8", "Data shared or copied to another Region", "GB a month", "Storage"
    )


def busy_hours(asks: WarehouseInputs) -> Decimal:
    """The hours of the month in which there is work."""
    return asks.hours * asks.hours_per_day / DAY * asks.days_per_week / 7


def cluster(asks: WarehouseInputs, book: PriceBook, paused: bool = False, term: Term = "") -> tuple[Line, ...]:
    """The bill of a provisioned cluster; `paused` outside the hours of work, or reserved for a term."""
    hours = busy_hours(asks) if paused else asks.hours
    name, family = asks.node_type.replace("-", ".", 1), asks.node_type.partition("-")[0]
    charged = max(ZERO, asks.scaling_seconds - asks.scaling_credit_hours * 3600)
    return (
        *(
            _reserved(asks, book, term)
            if term
            else book.lines(f"{asks.nodes} x {name}", asks.nodes * hours, f"rs-node-{asks.node_type}", "node-hour")
        ),
        *book.lines(
            "Concurrency scaling beyond the credits", charged * asks.nodes, f"rs-cs-{asks.node_type}", "node-second"
        ),
        *book.lines("Spectrum", asks.spectrum_tb, "rs-spectrum", "TB scanned"),
        *(() if family == "dc2" else book.lines("Managed storage", asks.storage_gb, f"rs-rms-{family}", "GB-month")),
        *book.lines("Manual snapshots", asks.snapshot_gb, "rs-snapshot", "GB-month"),
        *book.lines("Sharing or copying to another Region", asks.cross_region_gb, "rs-xregion", "GB"),
    )


def _reserved(asks: WarehouseInputs, book: PriceBook, term: Term) -> tuple[Line, ...]:
    years, _, way = term.partition("-")
    length = "1 year" if years == "1yr" else "3 years"
    what, meter = (
        f"{asks.nodes} x {asks.node_type.replace('-', '.', 1)}, reserved {length}, {TERMS[way]}",
        f"rs-ri-{asks.node_type}-{term}",
    )
    hourly = () if way == "au" else book.lines(what, asks.nodes * asks.hours, meter, "node-hour")
    return (*book.upfront(what, Decimal(asks.nodes), meter), *hourly)


def serverless_hours(asks: WarehouseInputs) -> Decimal:
    """RPU-hours of the month: hours of work, and separate runs with at least a minute each."""
    return asks.rpu * (busy_hours(asks) + asks.runs * max(MINUTE, asks.run_seconds) / 3600) + asks.rpu_hours


def serverless(asks: WarehouseInputs, book: PriceBook) -> tuple[Line, ...]:
    """The bill of a Serverless workgroup, billed while it works.

    Spectrum and concurrency scaling are within the RPU.
    """
    return (*book.lines("RPU-hours", serverless_hours(asks), "rss-rpu", "RPU-hour"), *_serverless_storage(asks, book))


def serverless_reserved(asks: WarehouseInputs, book: PriceBook, all_upfront: bool = False) -> tuple[Line, ...]:
    """The same with reserved RPU, which are paid at all hours, and the rest on demand."""
    share = max(ZERO, 1 - asks.reserved_rpu / asks.rpu)
    what = f"{asks.reserved_rpu:f} RPU reserved for a year"
    paid = (
        _paid_for_a_year(asks, book, what)
        if all_upfront
        else book.lines(f"{what}, no upfront", asks.reserved_rpu * asks.hours, "rss-cr-1yr-nu", "RPU-hour")
    )
    return (
        *paid,
        *book.lines("RPU-hours beyond the reserved", serverless_hours(asks) * share, "rss-rpu", "RPU-hour"),
        *_serverless_storage(asks, book),
    )


def _paid_for_a_year(asks: WarehouseInputs, book: PriceBook, what: str) -> tuple[Line, ...]:
    """The price list gives the sum of a year for an RPU."""
    usd, meter = book.rate("rss-cr-1yr-au"), "rss-cr-1yr-au"
    amount = None if usd is None else usd * asks.reserved_rpu
    paid = Line(
        f"{what}, all upfront",
        asks.reserved_rpu,
        "RPU and year",
        meter,
        book.region,
        usd,
        amount,
        book.price(meter),
        meter in book.overruled,
    )
    return paid_at_once(paid, Decimal(12))


def _serverless_storage(asks: WarehouseInputs, book: PriceBook) -> tuple[Line, ...]:
    return (
        *book.lines("Managed storage", asks.storage_gb, "rs-rms-serverless", "GB-month"),
        *book.lines("Snapshots", asks.snapshot_gb, "rs-snapshot-unique-serverless", "GB-month"),
        *book.lines("Sharing or copying to another Region", asks.cross_region_gb, "rs-xregion", "GB"),
    )
