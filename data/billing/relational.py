"""A relational database: RDS Single-AZ and Multi-AZ, reserved, behind RDS Proxy; Aurora provisioned, Serverless v2 and
I/O-Optimized beside it.
"""

import re
from decimal import Decimal
from typing import Literal

from data.billing.bill import ZERO, Line
from data.billing.book import PriceBook
from data.billing.inputs import Inputs, YesNo, choice, number, whole
from data.billing.savings_plan import planned

MILLION = Decimal(1_000_000)
GP3_IOPS, GP3_IOPS_LARGE, LARGE_GIB = 3000, 12000, 400
PROXY_VCPU, PROXY_ACU = Decimal(2), Decimal(8)
SIZE = re.compile(r"(\d*)-?xl(?:arge)?$")
ENGINES = {"postgresql": "pg", "mysql": "my"}
Zones = Literal["single", "multi", "cluster"]
Term = Literal["", "ri1-nu", "ri3", "plan"]


class DatabaseInputs(Inputs):
    """A database with its readers, storage and backups.

    The class of RDS and that of Aurora are asked for apart, because not both exist for every family.
    """

    engine: Literal["postgresql", "mysql"] = choice("postgresql", "Engine", "Instance")
    instance_class: str = choice(
        "m7g-large",
        "Instance class of RDS",
        "Instance",
        [
            "t4g-micro",
            "t4g-medium",
            "t3-large",
            "m6g-large",
            "m6g-xlarge",
            "m7g-large",
            "m7g-xlarge",
            "r6g-large",
            "r6g-xlarge",
            "r7g-large",
            "r7g-xlarge",
            "m5-large",
        ],
    )
    vcpu: Decimal = number("0", "0", "384", "vCPU of an instance; 0 follows from its class", "vCPU", "Instance")
    running_percent: Decimal = number(
        "100", "0", "100", "Time in which the instances run", "% of the month", "Instance"
    )
    read_replicas: int = whole(0, 0, 15, "Read replicas, or readers of Aurora", "instances", "Instance")
    storage_gb: Decimal = number("0", "0", "262144", "Storage", "GB", "Storage and backups")
    storage_type: Literal["gp3", "gp2", "io1", "io2", "magnetic"] = choice(
        "gp3", "Storage type of RDS", "Storage and backups"
    )
    iops: Decimal = number("0", "0", "256000", "Provisioned IOPS", "IOPS", "Storage and backups")
    backup_gb: Decimal = number("0", "0", "1e7", "Backups in all, the free part included", "GB", "Storage and backups")
    snapshot_export_gb: Decimal = number(
        "0", "0", "1e7", "Snapshots exported to S3", "GB a month", "Storage and backups"
    )
    cpu_credit_vcpu_hours: Decimal = number(
        "0", "0", "1e6", "CPU credits in unlimited mode (T4g)", "vCPU-hours", "Instance"
    )
    extended_support: YesNo = choice("no", "Old engine version under extended support, years 1 and 2", "Instance")
    proxy: YesNo = choice("no", "RDS Proxy in front", "RDS Proxy")
    aurora_class: str = choice(
        "r7g-large",
        "Instance class of Aurora",
        "Aurora",
        ["t4g-medium", "r6g-large", "r7g-large", "r7g-xlarge", "r8g-large"],
    )
    io_million: Decimal = number("0", "0", "1e7", "I/O requests of Aurora", "million a month", "Aurora")
    acu: Decimal = number("2", "0", "256", "Capacity of an Aurora Serverless v2 instance, on average", "ACU", "Aurora")


def vcpu_of(instance_class: str) -> Decimal:
    """The vCPU of a class: 2 up to large, then 4 for each x of the size
    (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html, read 2026-11-27).
    """
    size = SIZE.search(instance_class)
    return Decimal(4 * int(size[1] or 1)) if size else Decimal(2)


def rds(asks: DatabaseInputs, book: PriceBook, zones: Zones = "single", term: Term = "") -> tuple[Line, ...]:
    """The bill of an RDS database. `multi` has one standby, `cluster` two that can be read."""
    meter = f"rds-{ENGINES[asks.engine]}-{asks.instance_class}"
    name = f"db.{asks.instance_class.replace('-', '.')} {'PostgreSQL' if asks.engine == 'postgresql' else 'MySQL'}"
    kind = {"single": "Single-AZ", "multi": "Multi-AZ", "cluster": "Multi-AZ cluster of three"}[zones]
    reserved = "" if term == "plan" else term
    instance = f"{meter}-{reserved}" if reserved and zones == "single" else f"{meter}-{zones}{_suffix(reserved)}"
    instances, running = 1 + asks.read_replicas, asks.hours if term else _running(asks)
    computing = (
        *book.lines(
            f"{name}, {kind}{_term(reserved)}",
            running,
            instance,
            "instance-hour" if zones == "single" else "hour for all instances",
        ),
        *book.lines(
            f"Read replicas {name}{_term(reserved)}",
            running * asks.read_replicas,
            f"{meter}-{reserved or 'single'}",
            "instance-hour",
        ),
    )
    return (
        *(planned(computing, book, "rds-dsp", asks.instance_class) if term == "plan" else computing),
        *_storage(asks, book, zones, 1, "Storage"),
        *_storage(asks, book, "single", asks.read_replicas, "Storage of the read replicas"),
        *book.lines(
            "Backups beyond the size of the storage",
            max(ZERO, asks.backup_gb - asks.storage_gb),
            "rds-backup",
            "GB-month",
        ),
        *book.lines("Snapshots exported to S3", asks.snapshot_export_gb, "rds-snapshot-export", "GB"),
        *book.lines("CPU credits", asks.cpu_credit_vcpu_hours, "rds-t4g-credit", "vCPU-hour"),
        *_support(asks, book, {"single": 1, "multi": 2, "cluster": 3}[zones] + asks.read_replicas, asks.instance_class),
        *_proxy(asks, book, instances, asks.instance_class),
    )


def _running(asks: DatabaseInputs) -> Decimal:
    """Hours that are charged on demand; what is reserved is paid at all hours."""
    return asks.hours * asks.running_percent / 100


def _suffix(term: str) -> str:
    return f"-{term}" if term else ""


def _term(term: str) -> str:
    return {
        "": "",
        "ri1-nu": ", reserved for 1 year without upfront payment",
        "ri3": ", reserved for 3 years, effective rate",
    }[term]


def _storage(asks: DatabaseInputs, book: PriceBook, zones: Zones, times: int, what: str) -> tuple[Line, ...]:
    suffix = "" if zones == "single" else f"-{zones}"
    kind = asks.storage_type
    capacity = f"rds-{kind}-{zones}" if kind == "gp3" else f"rds-{kind}{suffix}"
    included = 0 if kind != "gp3" else GP3_IOPS_LARGE if asks.storage_gb >= LARGE_GIB else GP3_IOPS
    return (
        *book.lines(f"{what}, {kind}", asks.storage_gb * times, capacity, "GB-month"),
        *book.lines(
            f"{what}: IOPS{' beyond those included' if included else ''}",
            max(ZERO, asks.iops - included) * times,
            f"rds-{kind}-iops{suffix}",
            "IOPS-month",
        ),
    )


def _support(asks: DatabaseInputs, book: PriceBook, instances: int, instance_class: str) -> tuple[Line, ...]:
    if asks.extended_support == "no":
        return ()
    vcpu = asks.vcpu or vcpu_of(instance_class)
    return book.lines("Extended support", vcpu * instances * _running(asks), "rds-ext-support", "vCPU-hour")


def _proxy(asks: DatabaseInputs, book: PriceBook, instances: int, instance_class: str) -> tuple[Line, ...]:
    """RDS Proxy; `instance_class` is empty where the instances are of Aurora Serverless v2."""
    if asks.proxy == "no":
        return ()
    if not instance_class:
        return book.lines(
            "RDS Proxy, at least 8 ACU", max(PROXY_ACU, asks.acu * instances) * _running(asks), "proxy-acu", "ACU-hour"
        )
    return book.lines(
        "RDS Proxy, at least 2 vCPU an instance",
        max(PROXY_VCPU, asks.vcpu or vcpu_of(instance_class)) * instances * _running(asks),
        "proxy-vcpu",
        "vCPU-hour",
    )


def aurora(
    asks: DatabaseInputs, book: PriceBook, serverless: bool = False, io_optimized: bool = False, plan: bool = False
) -> tuple[Line, ...]:
    """The bill of an Aurora cluster; I/O-Optimized costs more for compute and storage, and nothing for I/O."""
    instances, running = 1 + asks.read_replicas, asks.hours if plan else _running(asks)
    name, meter = f"db.{asks.aurora_class.replace('-', '.')} Aurora", f"aurora-{asks.aurora_class}"
    compute = (
        book.lines(
            f"Aurora Serverless v2, {instances} instance{'s' if instances > 1 else ''}",
            asks.acu * instances * running,
            "aurora-acu",
            "ACU-hour",
        )
        if serverless
        else book.lines(
            f"{name}, {instances} instance{'s' if instances > 1 else ''}",
            instances * running,
            meter,
            "instance-hour",
        )
    )
    if plan:
        meter = "aurora-dsp-serverless" if serverless else "aurora-dsp"
        compute = planned(compute, book, meter, "" if serverless else asks.aurora_class)
    return (
        *compute,
        *(_surcharge(compute, book) if io_optimized else ()),
        *book.lines(
            "Storage", asks.storage_gb, "aurora-storage-iopt" if io_optimized else "aurora-storage", "GB-month"
        ),
        *(() if io_optimized else book.lines("I/O requests", asks.io_million, "aurora-io", "million requests")),
        *book.lines(
            "Backups beyond the size of the storage",
            max(ZERO, asks.backup_gb - asks.storage_gb),
            "aurora-backup",
            "GB-month",
        ),
        *_support(asks, book, instances, asks.aurora_class),
        *_proxy(asks, book, instances, "" if serverless else asks.aurora_class),
    )


def _surcharge(compute: tuple[Line, ...], book: PriceBook) -> tuple[Line, ...]:
    """The compute that I/O-Optimized adds to that of Aurora Standard."""
    factor, record = book.factor("aurora-compute-iopt"), book.price("aurora-compute-iopt")
    found = []
    for line in compute:
        usd = None if factor is None or line.unit_price is None else line.unit_price * (factor - 1)
        own = line.overruled or "aurora-compute-iopt" in book.overruled
        amount = None if usd is None else usd * line.quantity
        found.append(
            Line(
                "I/O-Optimized surcharge on compute",
                line.quantity,
                line.unit,
                "aurora-compute-iopt",
                book.region,
                usd,
                amount,
                record,
                own,
            )
        )
    return tuple(found)


def proxy(asks: DatabaseInputs, book: PriceBook) -> tuple[Line, ...]:
    """The bill of RDS Proxy alone."""
    return _proxy(asks.model_copy(update={"proxy": "yes"}), book, 1 + asks.read_replicas, asks.instance_class)
