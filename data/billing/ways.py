"""The way into OpenSearch: Ingestion, Data Firehose or a Lambda function, and the stream before it."""

from decimal import Decimal
from typing import Literal

from data.billing.bill import Line, ceiling
from data.billing.book import PriceBook
from data.billing.functions import FunctionInputs, function
from data.billing.inputs import Inputs, YesNo, choice, number, whole
from data.billing.streams import FirehoseInputs, StreamInputs, firehose, kinesis

KIB, DECIMAL_GB = Decimal(1024), Decimal(1_000_000)
DELIVERY, FUNCTION, STREAM = FirehoseInputs(), FunctionInputs(), StreamInputs()
Way = Literal["ingestion", "firehose", "lambda-x86", "lambda-arm"]
Before = Literal["none", "kinesis-on-demand", "kinesis-provisioned", "kinesis-advantage", "dynamodb-streams"]


class WayInputs(Inputs):
    """Data a day on its way into OpenSearch, and the machines on the way."""

    gb_per_day: Decimal = number("0", "0", "1e6", "Data a day", "GB a day", "Data")
    record_kb: Decimal = number("1", "0.001", "1024", "Size of a record", "KB", "Data")
    decimal_gb: YesNo = choice("no", "GB of 1,000,000 KB (no: of 1,048,576 KB)", "Data")
    before: Before = choice("none", "Stream before it", "The stream before")
    shards: int = whole(0, 0, 100_000, "Shards; 0 follows from the data", "shards", "The stream before")
    stream_reads_per_second: Decimal = number(
        "16", "0", "1e6", "GetRecords calls on DynamoDB Streams (by Lambda: free)", "a second", "The stream before"
    )
    ingestion_ocu: Decimal = number("1", "1", "192", "Capacity of the pipeline", "OCU", "Ingestion")
    ingestion_ocu_hours: Decimal = number(
        "0", "0", "1e8", "OCU-hours as counted; 0 follows from the capacity", "OCU-hours a month", "Ingestion"
    )
    ingestion_hours_per_day: Decimal = number(
        "24", "0", "24", "Hours a day in which the pipeline runs", "hours a day", "Ingestion"
    )
    staged_percent: Decimal = number(
        "0", "0", "100", "Data kept in S3 for a month, after compression", "% of the data", "Data"
    )
    vpc_zones: int = whole(0, 0, 20, "Availability Zones of Firehose in a VPC", "zones", "Firehose")
    invocations_per_gb: Decimal = number("1024", "0", "1e9", "Invocations of the function for a GB", "a GB", "Lambda")
    duration_ms: Decimal = number("260", "0", "900000", "Duration of an invocation", "ms", "Lambda")
    memory_mb: Decimal = number("1024", "128", "10240", "Memory of the function", "MB", "Lambda")


def monthly_gb(asks: WayInputs) -> Decimal:
    """Data of the month, in GB as the inputs count them."""
    return asks.gb_per_day * asks.hours / 24


def way_in(asks: WayInputs, book: PriceBook, way: Way) -> tuple[Line, ...]:
    """The bill of one way, the stream before it included."""
    volume = monthly_gb(asks)
    through: tuple[Line, ...]
    if way == "ingestion":
        hours = asks.ingestion_ocu_hours or asks.ingestion_ocu * asks.hours * asks.ingestion_hours_per_day / 24
        through = book.lines("Ingestion OCU-hours", hours, "osis-ocu", "OCU-hour")
    elif way == "firehose":
        direct: YesNo = "no" if asks.before.startswith("kinesis") else "yes"
        delivery = {
            "hours": asks.hours,
            "gb_per_day": asks.gb_per_day,
            "record_kb": asks.record_kb,
            "round_up": direct,
            "vpc_zones": asks.vpc_zones,
        }
        through = firehose(DELIVERY.model_copy(update=delivery), book)
    else:
        calls = volume * asks.invocations_per_gb
        work = {"hours": asks.hours, "requests": calls, "duration_ms": asks.duration_ms, "memory_mb": asks.memory_mb}
        through = function(FUNCTION.model_copy(update=work), book, "arm" if way == "lambda-arm" else "x86")
    return (
        *_before(asks, book, way),
        *through,
        *book.lines("Data kept in S3", volume * asks.staged_percent / 100, "s3-std", "GB-month"),
    )


def _before(asks: WayInputs, book: PriceBook, way: Way) -> tuple[Line, ...]:
    if asks.before == "none":
        return ()
    if asks.before == "dynamodb-streams":
        free = way.startswith("lambda")
        return (
            ()
            if free
            else book.lines(
                "Stream read requests",
                asks.stream_reads_per_second * asks.hours * 3600 / 1_000_000,
                "ddb-streams",
                "million requests",
            )
        )
    count = monthly_gb(asks) * (DECIMAL_GB if asks.decimal_gb == "yes" else KIB * KIB) / asks.record_kb
    flow = {
        "hours": asks.hours,
        "records_per_month": ceiling(count),
        "record_kb": asks.record_kb,
        "shards": asks.shards,
    }
    modes = {"kinesis-on-demand": "on-demand", "kinesis-provisioned": "provisioned", "kinesis-advantage": "advantage"}
    return kinesis(STREAM.model_copy(update=flow), book, modes[asks.before])  # type: ignore[arg-type]
