"""AWS Lambda: requests and duration on x86 or Arm, and what is charged beside them."""

from decimal import Decimal
from typing import Literal

from data.billing.bill import ZERO, Line
from data.billing.book import PriceBook
from data.billing.inputs import Inputs, number

MILLION, KIB, FREE_MB = Decimal(1_000_000), Decimal(1024), Decimal(512)
Architecture = Literal["x86", "arm"]


class FunctionInputs(Inputs):
    """Requests a month to a function of one size, and its options."""

    requests: Decimal = number("0", "0", "1e13", "Requests", "a month", "Requests")
    requests_per_day: Decimal = number("0", "0", "1e12", "Further requests", "a day", "Requests")
    duration_ms: Decimal = number("100", "0", "86400000", "Duration of a request", "ms", "Requests")
    memory_mb: Decimal = number("1024", "128", "32768", "Memory", "MB", "Requests")
    ephemeral_mb: Decimal = number("512", "512", "10240", "Ephemeral storage", "MB", "Requests")
    provisioned: Decimal = number("0", "0", "1e6", "Provisioned concurrency", "environments", "Provisioned concurrency")
    provisioned_hours: Decimal = number(
        "0", "0", "8784", "Time for which it is provisioned", "hours a month", "Provisioned concurrency"
    )
    provisioned_requests: Decimal = number(
        "0", "0", "1e13", "Requests on provisioned concurrency", "a month", "Provisioned concurrency"
    )
    provisioned_duration_ms: Decimal = number(
        "100", "0", "900000", "Duration of such a request", "ms", "Provisioned concurrency"
    )
    snapstart_versions: Decimal = number("0", "0", "1000", "Versions with SnapStart", "versions", "SnapStart")
    snapstart_restores: Decimal = number("0", "0", "1e13", "Restores from a snapshot", "a month", "SnapStart")
    streamed_gb: Decimal = number("0", "0", "1e9", "Streamed beyond 6 MB a response", "GB a month", "Beside it")
    kafka_poller_hours: Decimal = number("0", "0", "1e9", "Event poller units for Kafka", "unit-hours", "Beside it")
    sqs_poller_hours: Decimal = number("0", "0", "1e9", "Event poller units for SQS", "unit-hours", "Beside it")
    tenant_environments: Decimal = number(
        "0", "0", "1e12", "Environments of tenant isolation, each GB of memory", "a month", "Beside it"
    )
    durable_operations: Decimal = number("0", "0", "1e13", "Operations of durable functions", "a month", "Beside it")
    durable_written_gb: Decimal = number(
        "0", "0", "1e9", "Data written by durable functions", "GB a month", "Beside it"
    )
    durable_kept_gb: Decimal = number("0", "0", "1e9", "Data kept by durable functions", "GB-month", "Beside it")
    managed_instance_hours: Decimal = number("0", "0", "1e9", "Managed Instances", "instance-hours", "Beside it")


def requests(asks: FunctionInputs) -> Decimal:
    """Requests of the month that do not run on provisioned concurrency."""
    return asks.requests + asks.requests_per_day * asks.hours / 24


def function(asks: FunctionInputs, book: PriceBook, architecture: Architecture = "x86") -> tuple[Line, ...]:
    """The bill of a function."""
    memory = asks.memory_mb / KIB
    plain = max(ZERO, requests(asks) - asks.provisioned_requests)
    seconds = plain * asks.duration_ms / 1000
    ready = asks.provisioned_requests * asks.provisioned_duration_ms / 1000
    line = book.lines
    return (
        *line("Requests", requests(asks) / MILLION, "lambda-req", "million requests"),
        *line(f"Duration, {architecture}", seconds * memory, f"lambda-gbs-{architecture}", "GB-second"),
        *line(
            "Ephemeral storage beyond 512 MB",
            (seconds + ready) * max(ZERO, asks.ephemeral_mb - FREE_MB) / KIB,
            "lambda-tmp",
            "GB-second",
        ),
        *line(
            "Provisioned concurrency",
            asks.provisioned * asks.provisioned_hours * 3600 * memory,
            f"lambda-pc-{architecture}",
            "GB-second",
        ),
        *line(
            "Duration on provisioned concurrency",
            ready * memory,
            "lambda-pc-dur" if architecture == "x86" else "lambda-pc-dur-arm",
            "GB-second",
        ),
        *line(
            "SnapStart cache",
            asks.snapstart_versions * asks.hours * 3600 * memory,
            "lambda-snapstart-cache",
            "GB-second",
        ),
        *line("SnapStart restores", asks.snapstart_restores * memory, "lambda-snapstart-restore", "GB restored"),
        *line("Response streaming", asks.streamed_gb, "lambda-stream", "GB", free=False),
        *line("Event pollers for Kafka", asks.kafka_poller_hours, "lambda-esm-kafka", "unit-hour"),
        *line("Event pollers for SQS", asks.sqs_poller_hours, "lambda-esm-sqs", "unit-hour"),
        *line("Tenant isolation", asks.tenant_environments * memory, "lambda-tenant", "environment and GB"),
        *line(
            "Operations of durable functions",
            asks.durable_operations / MILLION,
            "lambda-durable-operations",
            "million operations",
        ),
        *line("Data written by durable functions", asks.durable_written_gb, "lambda-durable-written", "GB"),
        *line("Data kept by durable functions", asks.durable_kept_gb, "lambda-durable-kept", "GB-month"),
        *line(
            "Managed Instances: the instances", asks.managed_instance_hours, "lambda-managed-instance", "instance-hour"
        ),
        *line("Managed Instances: the fee", asks.managed_instance_hours, "lambda-managed-fee", "instance-hour"),
    )
