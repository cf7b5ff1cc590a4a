"""Search and logs: an OpenSearch Service domain with hot, warm and cold data, OpenSearch Serverless, and direct query
of S3.
"""

from decimal import Decimal
from typing import Literal

from data.billing.bill import Line, ceiling
from data.billing.book import PriceBook
from data.billing.search_inputs import SearchInputs
from data.billing.search_sizing import cold_gb, data_nodes, hot_gb, ocu_of_hot_data, warm_gb, warm_nodes

DAY = Decimal(24)
ZONES = 3
Kind = Literal["classic", "nextgen"]


def domain(asks: SearchInputs, book: PriceBook, standby: bool = False, reserved: bool = False) -> tuple[Line, ...]:
    """The bill of a domain.

    `standby` keeps one of three zones idle, so it takes half as many nodes and volumes again; `reserved` pays a year at
    once.
    """
    working = data_nodes(asks)
    nodes = int(ceiling(Decimal(working) * 3 / 2 / ZONES)) * ZONES if standby else working
    managers = max(asks.manager_nodes, ZONES) if standby else asks.manager_nodes
    instances = (
        *book.lines(
            f"{nodes} data nodes {_type(asks.data_instance)}",
            nodes * asks.hours,
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
    volumes = hot_gb(asks) * (Decimal(nodes) / working)
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
            f"{warm_nodes(asks)} UltraWarm nodes {_type(asks.warm_instance)}",
            warm_nodes(asks) * asks.hours,
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

    Classic collections keep at least 2 OCU, or 1 without standby replicas, and what their hot data needs; those of the
    next generation go to zero when idle.
    """
    if asks.ocu_hours:
        return asks.ocu_hours
    busy = asks.hours * asks.busy_hours_per_day / DAY
    if kind == "nextgen":
        return (asks.index_ocu + asks.search_ocu) * busy
    hot, least = ocu_of_hot_data(asks), least_ocu(asks)
    return max(least, asks.index_ocu + max(asks.search_ocu, hot)) * busy + least * (asks.hours - busy)


def least_ocu(asks: SearchInputs) -> Decimal:
    """What classic collections keep when idle: 2 OCU, 1 without standby replicas, and what their hot data needs."""
    return max(Decimal(2) if asks.redundancy == "yes" else Decimal(1), ocu_of_hot_data(asks))


def serverless(asks: SearchInputs, book: PriceBook, kind: Kind = "classic") -> tuple[Line, ...]:
    """The bill of OpenSearch Serverless; its storage holds all days that the domain would keep hot, warm and cold."""
    stored = asks.gb_per_day * (asks.hot_days + asks.warm_days + asks.cold_days) * (1 + asks.overhead_percent / 100)
    given = asks.ebs_gb / (1 + asks.replicas) + asks.warm_gb + asks.cold_gb
    what = "OCU-hours, none while idle" if kind == "nextgen" else f"OCU-hours, at least {least_ocu(asks):f} OCU"
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
