"""Search and logs: an OpenSearch Service domain with hot, warm and cold data, OpenSearch Serverless, and direct query
of S3.
"""

from decimal import Decimal
from typing import Literal

from data.billing.bill import Line, ceiling
from data.billing.book import PriceBook
from data.billing.inputs import Inputs, YesNo, choice, number, whole

DAY = Decimal(24)
ZONES = 3
INSTANCES = [
    "m7g-large",
    "r7g-large",
    "r7g-xlarge",
    "r7g-2xlarge",
    "or1-large",
    "or2-large",
    "or2-xlarge",
    "om2-large",
    "m6g-large",
    "c6g-large",
    "t3-small",
]
Kind = Literal["classic", "nextgen"]


class SearchInputs(Inputs):
    """Documents or logs a day and how long they are kept, and the machines that hold them.

    Sizes of storage follow from the volume unless they are given.
    """

    gb_per_day: Decimal = number("0", "0", "1e6", "Source data a day", "GB a day", "Volume")
    hot_days: Decimal = number("7", "0", "3650", "Days kept hot", "days", "Volume")
    warm_days: Decimal = number("0", "0", "3650", "Days kept warm after that (UltraWarm)", "days", "Volume")
    cold_days: Decimal = number("0", "0", "3650", "Days kept cold after that", "days", "Volume")
    replicas: int = whole(1, 0, 5, "Replica copies of hot data", "copies", "Volume")
    overhead_percent: Decimal = number(
        "45", "0", "300", "What indexes and reserved space add to hot data", "% of the source", "Volume"
    )
    ebs_gb: Decimal = number(
        "0", "0", "1e8", "Volumes of all data nodes, if known; 0 follows from the volume", "GB", "Volume"
    )
    warm_gb: Decimal = number("0", "0", "1e8", "Warm storage, if known; 0 follows from the volume", "GB", "Volume")
    cold_gb: Decimal = number("0", "0", "1e8", "Cold storage, if known; 0 follows from the volume", "GB", "Volume")
    data_instance: str = choice("m7g-large", "Instance type of the data nodes", "Domain", INSTANCES)
    data_nodes: int = whole(2, 1, 1002, "Data nodes", "nodes", "Domain")
    manager_instance: str = choice("m7g-large", "Instance type of the manager nodes", "Domain", INSTANCES)
    manager_nodes: int = whole(0, 0, 5, "Dedicated manager nodes", "nodes", "Domain")
    warm_instance: str = choice(
        "ultrawarm1-medium", "Type of the UltraWarm nodes", "Domain", ["ultrawarm1-medium", "ultrawarm1-large"]
    )
    warm_nodes: int = whole(0, 0, 750, "UltraWarm nodes", "nodes", "Domain")
    volume: Literal["gp3", "gp2", "io1", "magnetic"] = choice("gp3", "Type of the volumes", "Domain")
    iops: Decimal = number(
        "0", "0", "1e7", "Provisioned IOPS of io1, or gp3 above its baseline, all volumes", "IOPS", "Domain"
    )
    support_hours: Decimal = number(
        "0", "0", "1e8", "Normalized instance-hours under extended support", "hours", "Domain"
    )
    index_ocu: Decimal = number("1", "0", "1700", "Capacity for indexing while it works", "OCU", "Serverless")
    search_ocu: Decimal = number("1", "0", "1700", "Capacity for search while it works", "OCU", "Serverless")
    ocu_hours: Decimal = number(
        "0", "0", "1e8", "OCU-hours as counted; 0 follows from the capacity", "OCU-hours a month", "Serverless"
    )
    redundancy: YesNo = choice("yes", "Standby replicas (classic collections)", "Serverless")
    busy_hours_per_day: Decimal = number(
        "24", "0", "24", "Hours a day in which there is work", "hours a day", "Serverless"
    )
    query_ocu_hours: Decimal = number(
        "10", "0", "1e8", "Direct query of data in S3", "OCU-hours a month", "Direct query"
    )


def hot_gb(asks: SearchInputs) -> Decimal:
    """Storage of the data nodes: the source, its replicas, and what indexes and reserved space add."""
    return asks.ebs_gb or asks.gb_per_day * asks.hot_days * (1 + asks.replicas) * (1 + asks.overhead_percent / 100)


def warm_gb(asks: SearchInputs) -> Decimal:
    """Warm storage, of which one copy is charged."""
    return asks.warm_gb or asks.gb_per_day * asks.warm_days


def cold_gb(asks: SearchInputs) -> Decimal:
    """Cold storage, of which one copy is charged."""
    return asks.cold_gb or asks.gb_per_day * asks.cold_days


def domain(asks: SearchInputs, book: PriceBook, standby: bool = False, reserved: bool = False) -> tuple[Line, ...]:
    """The bill of a domain.

    `standby` keeps one of three zones idle, so it takes half as many nodes and volumes again; `reserved` pays a year at
    once.
    """
    data_nodes = int(ceiling(Decimal(asks.data_nodes) * 3 / 2 / ZONES)) * ZONES if standby else asks.data_nodes
    managers = max(asks.manager_nodes, ZONES) if standby else asks.manager_nodes
    instances = (
        *book.lines(
            f"{data_nodes} data nodes {_type(asks.data_instance)}",
            data_nodes * asks.hours,
            f"os-{asks.data_instance}",
            "instance-hour",
        ),
        *book.lines(
            f"{managers} manager nodes {_type(asks.manager_instance)}",
            managers * asks.hours,
            f"os-{asks.manager_instance}",
            "instance-hour",
        ),
    )
    volumes = hot_gb(asks) * (Decimal(data_nodes) / asks.data_nodes)
    return (
        *(_reserved(instances, book) if reserved else instances),
        *book.lines(f"Volumes {asks.volume}", volumes, f"os-{asks.volume}", "GB-month"),
        *book.lines("Provisioned IOPS", asks.iops, f"os-{asks.volume}-iops", "IOPS-month"),
        *tiers(asks, book),
        *book.lines("Extended support", asks.support_hours, "os-ext-support", "normalized instance-hour"),
        *_managed_storage(asks, book),
    )


def tiers(asks: SearchInputs, book: PriceBook) -> tuple[Line, ...]:
    """The bill of warm and cold data alone."""
    return (
        *book.lines(
            f"{asks.warm_nodes} UltraWarm nodes {_type(asks.warm_instance)}",
            asks.warm_nodes * asks.hours,
            f"os-{asks.warm_instance}",
            "instance-hour",
        ),
        *book.lines("Warm storage", warm_gb(asks), "os-uw-storage", "GiB-month"),
        *book.lines("Cold storage", cold_gb(asks), "os-cold-storage", "GiB-month"),
    )


def _type(instance: str) -> str:
    return f"{instance.replace('-', '.', 1)}.search"


def _managed_storage(asks: SearchInputs, book: PriceBook) -> tuple[Line, ...]:
    """The families that keep their data in S3 as well are charged for that; one copy."""
    family = asks.data_instance.partition("-")[0]
    copies = hot_gb(asks) / (1 + asks.replicas)
    return (
        book.lines("Managed storage in S3", copies, f"os-{family}-storage", "GB-month")
        if family in {"or1", "or2", "om2", "oi2"}
        else ()
    )


def _reserved(instances: tuple[Line, ...], book: PriceBook) -> tuple[Line, ...]:
    """Instance-hours at the price of a year paid at once."""
    percent, record = book.factor("os-ri1-au"), book.price("os-ri1-au")
    found = []
    for line in instances:
        usd = None if percent is None or line.unit_price is None else line.unit_price * (1 - percent / 100)
        own = line.overruled or "os-ri1-au" in book.overruled
        amount = None if usd is None else usd * line.quantity
        found.append(
            Line(
                f"{line.what}, reserved for 1 year, all upfront",
                line.quantity,
                line.unit,
                "os-ri1-au",
                line.region,
                usd,
                amount,
                record,
                own,
            )
        )
    return tuple(found)


def serverless_ocu(asks: SearchInputs, kind: Kind) -> Decimal:
    """OCU-hours of the month.

    Classic collections keep at least 2 OCU, or 1 without standby replicas; those of the next generation go to zero when
    idle.
    """
    if asks.ocu_hours:
        return asks.ocu_hours
    work = asks.index_ocu + asks.search_ocu
    if kind == "nextgen":
        return work * asks.hours * asks.busy_hours_per_day / DAY
    least = Decimal(2) if asks.redundancy == "yes" else Decimal(1)
    busy = asks.hours * asks.busy_hours_per_day / DAY
    return max(least, work) * busy + least * (asks.hours - busy)


def serverless(asks: SearchInputs, book: PriceBook, kind: Kind = "classic") -> tuple[Line, ...]:
    """The bill of OpenSearch Serverless; its storage holds all days that the domain would keep hot, warm and cold."""
    stored = asks.gb_per_day * (asks.hot_days + asks.warm_days + asks.cold_days) * (1 + asks.overhead_percent / 100)
    given = asks.ebs_gb / (1 + asks.replicas) + asks.warm_gb + asks.cold_gb
    what = (
        "OCU-hours, none while idle"
        if kind == "nextgen"
        else f"OCU-hours, at least {2 if asks.redundancy == 'yes' else 1} OCU"
    )
    return (
        *book.lines(what, serverless_ocu(asks, kind), "aoss-ocu", "OCU-hour"),
        *book.lines("Storage", given or stored, "aoss-storage", "GB-month"),
    )


def direct_query(asks: SearchInputs, book: PriceBook) -> tuple[Line, ...]:
    """Logs that stay in S3 and are queried there, without an index."""
    days = asks.hot_days + asks.warm_days + asks.cold_days
    return (
        *book.lines("Data kept in S3", asks.gb_per_day * days, "s3-std", "GB-month"),
        *book.lines("Direct query", asks.query_ocu_hours, "os-direct-query", "OCU-hour"),
    )
