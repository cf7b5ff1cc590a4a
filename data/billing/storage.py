"""Amazon S3 as a part of a design: storage in one class, and requests."""

from decimal import Decimal

from data.billing.bill import Line
from data.billing.book import PriceBook
from data.billing.inputs import Inputs, number


class BucketInputs(Inputs):
    """What lies in a bucket, and how often it is asked for."""

    storage_gb: Decimal = number("0", "0", "1e10", "Data", "GB", "Storage")
    put_requests: Decimal = number("0", "0", "1e13", "PUT, COPY, POST and LIST requests", "a month", "Requests")
    get_requests: Decimal = number("0", "0", "1e13", "GET and other requests", "a month", "Requests")
    egress_gb: Decimal = number("0", "0", "1e8", "Data to the internet, up to 10 TB", "GB a month", "Requests")


def bucket(asks: BucketInputs, book: PriceBook, storage: str = "std") -> tuple[Line, ...]:
    """The bill of a bucket. Requests have the prices of S3 Standard, so other classes are asked for storage alone."""
    line = book.lines
    return (
        *line("Storage", asks.storage_gb, f"s3-{storage}", "GB-month"),
        *line(
            "PUT, COPY, POST and LIST requests",
            asks.put_requests / 1000,
            "s3-put" if storage == "std" else f"s3-put-{storage}",
            "thousand requests",
        ),
        *line(
            "GET and other requests",
            asks.get_requests / 1000,
            "s3-get" if storage == "std" else f"s3-get-{storage}",
            "thousand requests",
        ),
        *line("Data to the internet", asks.egress_gb, "s3-egress", "GB"),
    )
