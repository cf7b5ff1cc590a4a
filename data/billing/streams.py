"""Kinesis Data Streams in its three modes, and Amazon Data Firehose."""

from decimal import Decimal
from typing import Literal

from data.billing.bill import ZERO, Line, ceiling
from data.billing.book import PriceBook
from data.billing.inputs import Inputs, YesNo, choice, number, whole

MILLION, KIB = Decimal(1_000_000), Decimal(1024)
PAYLOAD_KB, DIRECT_PUT_KB = 25, 5
WEEK = 7
Mode = Literal["on-demand", "provisioned", "advantage"]


class StreamInputs(Inputs):
    """Records a second that enter a stream, who reads them, and how long they stay."""

    records_per_second: Decimal = number("0", "0", "1e8", "Records, on average", "a second", "Records")
    records_per_month: Decimal = number("0", "0", "1e15", "Further records", "a month", "Records")
    record_kb: Decimal = number("1", "0.001", "10240", "Size of a record", "KB", "Records")
    consumers: int = whole(1, 0, 50, "Consumers that share the throughput", "consumers", "Readers")
    fan_out_consumers: int = whole(0, 0, 50, "Consumers with enhanced fan-out", "consumers", "Readers")
    retention_days: Decimal = number("1", "1", "365", "How long records are kept", "days", "Readers")
    streams: int = whole(1, 1, 1000, "Streams", "streams", "Capacity")
    shards: int = whole(0, 0, 100_000, "Shards in all; 0 follows from the records", "shards", "Capacity")
    buffer_percent: Decimal = number("0", "0", "500", "Shards kept in reserve for growth", "%", "Capacity")
    long_term_read_gb: Decimal = number(
        "0", "0", "1e9", "Read again after more than a week (provisioned)", "GB a month", "Readers"
    )


def records(asks: StreamInputs) -> Decimal:
    """Records of the month."""
    return asks.records_per_second * asks.hours * 3600 + asks.records_per_month


def volume_gb(asks: StreamInputs) -> Decimal:
    """Data of the month, in GB of 2^30 bytes."""
    return records(asks) * asks.record_kb / KIB / KIB


def counted_gb(asks: StreamInputs) -> Decimal:
    """Data in as an on-demand stream counts it: each record rounded up to 1 KB."""
    return records(asks) * ceiling(asks.record_kb) / KIB / KIB


def shards(asks: StreamInputs) -> Decimal:
    """As many as take 1 MB or 1,000 records a second in and give 2 MB a second to those who share the throughput, with
    the reserve. Records count as whole KB (https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html).
    """
    if asks.shards or asks.hours <= ZERO:
        return Decimal(max(asks.shards, asks.streams))
    a_second = records(asks) / (asks.hours * 3600) * (1 + asks.buffer_percent / 100)
    written = a_second * ceiling(asks.record_kb) / KIB
    return max(Decimal(asks.streams), ceiling(max(written, written * asks.consumers / 2, a_second / 1000)))


def kinesis(asks: StreamInputs, book: PriceBook, mode: Mode = "on-demand") -> tuple[Line, ...]:
    """The bill of a stream."""
    return {"on-demand": _on_demand, "provisioned": _provisioned, "advantage": _advantage}[mode](asks, book)


def _stored(asks: StreamInputs, over: int, until: Decimal) -> Decimal:
    """GB-months of what is kept between `over` and `until` days."""
    days = asks.hours / 24
    return volume_gb(asks) / days * max(ZERO, min(asks.retention_days, until) - over) if days else ZERO


def _on_demand(asks: StreamInputs, book: PriceBook) -> tuple[Line, ...]:
    volume = volume_gb(asks)
    return (
        *book.lines("Stream-hours", asks.streams * asks.hours, "kds-od-hour", "stream-hour"),
        *book.lines("Data in, records rounded up to 1 KB", counted_gb(asks), "kds-od-in", "GB"),
        *book.lines(
            f"Data out to {asks.consumers} consumer{'s' if asks.consumers != 1 else ''}",
            volume * asks.consumers,
            "kds-od-out",
            "GB",
        ),
        *book.lines("Data out by enhanced fan-out", volume * asks.fan_out_consumers, "kds-od-efo", "GB"),
        *book.lines("Kept beyond a day", _stored(asks, 1, Decimal(WEEK)), "kds-od-ret", "GB-month"),
        *book.lines("Kept beyond a week", _stored(asks, WEEK, asks.retention_days), "kds-od-lt", "GB-month"),
    )


def _provisioned(asks: StreamInputs, book: PriceBook) -> tuple[Line, ...]:
    volume, shard_hours = volume_gb(asks), shards(asks) * asks.hours
    payload = records(asks) * ceiling(asks.record_kb / PAYLOAD_KB)
    return (
        *book.lines(f"{shards(asks):f} shards", shard_hours, "kds-shard", "shard-hour"),
        *book.lines("PUT payload units of 25 KB", payload / MILLION, "kds-put", "million units"),
        *book.lines("Enhanced fan-out", shard_hours * asks.fan_out_consumers, "kds-efo-hour", "consumer-shard-hour"),
        *book.lines("Data out by enhanced fan-out", volume * asks.fan_out_consumers, "kds-efo-gb", "GB"),
        *book.lines("Kept up to a week", shard_hours if asks.retention_days > 1 else ZERO, "kds-ext", "shard-hour"),
        *book.lines("Kept beyond a week", _stored(asks, WEEK, asks.retention_days), "kds-lt", "GB-month"),
        *book.lines("Read again after more than a week", asks.long_term_read_gb, "kds-lt-read", "GB"),
    )


def _advantage(asks: StreamInputs, book: PriceBook) -> tuple[Line, ...]:
    volume, least = volume_gb(asks), 25 * asks.hours * 3600 / KIB
    out = volume * (asks.consumers + asks.fan_out_consumers)
    return (
        *book.lines("Data in, at least 25 MiB a second", max(least, counted_gb(asks)), "kds-adv-in", "GB"),
        *book.lines("Data out, at least 25 MiB a second", max(least, out), "kds-adv-out", "GB"),
        *book.lines("Kept beyond a day", _stored(asks, 1, asks.retention_days), "kds-adv-ret", "GB-month"),
    )


class FirehoseInputs(Inputs):
    """Records that Firehose delivers, and what it does to them on the way."""

    records_per_second: Decimal = number("0", "0", "1e8", "Records, on average", "a second", "Records")
    gb_per_day: Decimal = number("0", "0", "1e6", "Further data", "GB a day", "Records")
    record_kb: Decimal = number("5", "0.001", "1024", "Size of a record", "KB", "Records")
    round_up: YesNo = choice("yes", "Records round up to 5 KB, as with direct PUT", "Records")
    format_conversion: YesNo = choice("no", "Conversion to Parquet or ORC", "Options")
    dynamic_partitioning: YesNo = choice("no", "Dynamic partitioning", "Options")
    object_mb: Decimal = number("64", "1", "128", "Size of a delivered object", "MB", "Options")
    jq_hours: Decimal = number("0", "0", "1e6", "JQ processing", "hours a month", "Options")
    vpc_zones: int = whole(0, 0, 20, "Availability Zones of delivery into a VPC", "zones", "Options")
    vpc_ratio: Decimal = number("1", "0", "100", "Data delivered into the VPC, of the data in", "times", "Options")


def firehose(asks: FirehoseInputs, book: PriceBook) -> tuple[Line, ...]:
    """The bill of a Firehose stream."""
    rounded = ceiling(asks.record_kb / DIRECT_PUT_KB) * DIRECT_PUT_KB if asks.round_up == "yes" else asks.record_kb
    of_rate = asks.records_per_second * asks.hours * 3600 * rounded / KIB / KIB
    volume = of_rate + asks.gb_per_day * asks.hours / 24 * rounded / asks.record_kb
    partitioned = volume if asks.dynamic_partitioning == "yes" else ZERO
    return (
        *book.lines("Data in, rounded up" if rounded != asks.record_kb else "Data in", volume, "fh-put", "GB"),
        *book.lines("Format conversion", volume if asks.format_conversion == "yes" else ZERO, "fh-dfc", "GB"),
        *book.lines("Dynamic partitioning", partitioned, "fh-dp", "GB"),
        *book.lines(
            "Objects of dynamic partitioning",
            partitioned * KIB / asks.object_mb / 1000,
            "fh-dp-obj",
            "thousand objects",
        ),
        *book.lines("JQ processing", asks.jq_hours, "fh-jq", "hour"),
        *book.lines("Delivery into a VPC", volume * asks.vpc_ratio if asks.vpc_zones else ZERO, "fh-vpc-gb", "GB"),
        *book.lines("Zones of delivery into a VPC", asks.vpc_zones * asks.hours, "fh-vpc-az", "hour"),
    )
