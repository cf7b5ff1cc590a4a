"""A DynamoDB table: on-demand, provisioned with auto scaling, reserved; both table classes; with and without DAX."""

from decimal import Decimal
from functools import partial
from typing import Literal

from data.billing.bill import ZERO, Line, ceiling
from data.billing.book import PriceBook
from data.billing.dynamodb_inputs import TableInputs
from data.billing.traffic import DAY, day_of

MILLION = Decimal(1_000_000)
HUNDRED = Decimal(100)
GIB = Decimal(2**30)
BLOCK = 100
Class = Literal["std", "ia"]


def read_units_each(asks: TableInputs, cached: bool = False) -> Decimal:
    """Read units of an average read: reads round up to 4 KB; half a unit where eventually consistent, two in a
    transaction. A hit in DAX needs none.
    """
    strong = asks.strong_percent / HUNDRED
    in_transaction = (1 - strong) * asks.transactional_read_percent / HUNDRED
    eventual = 1 - strong - in_transaction
    missed = 1 - asks.dax_hit_percent / HUNDRED if cached else Decimal(1)
    return ceiling((asks.read_kb or asks.item_kb) / 4) * (strong + 2 * in_transaction + eventual * missed / 2)


def write_units_each(asks: TableInputs) -> Decimal:
    """Write units of an average write to the table: writes round up to 1 KB, and count twice in a transaction."""
    return ceiling(asks.item_kb) * (1 + asks.transactional_write_percent / HUNDRED)


def index_units_each(asks: TableInputs) -> Decimal:
    """Write units that an average write costs on the indexes."""
    return asks.indexes * ceiling(asks.index_item_kb) * asks.index_write_percent / HUNDRED


def _month(asks: TableInputs) -> tuple[Decimal, Decimal]:
    seconds = asks.hours * 3600
    return (
        asks.reads_per_second * seconds + asks.reads_per_month,
        asks.writes_per_second * seconds + asks.writes_per_month,
    )


def on_demand(asks: TableInputs, book: PriceBook, kind: Class = "std", cached: bool = False) -> tuple[Line, ...]:
    """The bill of a table in on-demand mode."""
    reads, writes = _month(asks)
    table, index = writes * write_units_each(asks), writes * index_units_each(asks)
    plain, replicated = (index, table) if asks.replica_regions else (table + index, ZERO)
    return (
        *_requests(asks, book, kind, (reads * read_units_each(asks, cached), plain, replicated)),
        *_in_replicas(asks, book, "Write request units of the indexes", index / MILLION, f"ddb-od-wru-{kind}"),
        *_hours(asks, book, kind, (ZERO, ZERO, ZERO)),
        *_kept(asks, book, kind, cached),
    )


def provisioned(
    asks: TableInputs, book: PriceBook, kind: Class = "std", cached: bool = False, reserved: bool = False
) -> tuple[Line, ...]:
    """The bill of a table in provisioned mode; `reserved` takes blocks of 100 units for a year."""
    reads, writes = _month(asks)
    table, index = writes * write_units_each(asks), writes * index_units_each(asks)
    plain, replicated = (index, table) if asks.replica_regions else (table + index, ZERO)
    blocks = (asks.reserved_read_blocks, asks.reserved_write_blocks) if reserved else (None, None)
    read_hours, read_blocks = _capacity(asks, reads * read_units_each(asks, cached), blocks[0])
    write_hours, write_blocks = _capacity(asks, plain, blocks[1])
    index_hours = _capacity(asks, index, None)[0]
    return (
        *_reserved(asks, book, "RCU", read_blocks),
        *_reserved(asks, book, "WCU", write_blocks),
        *_hours(asks, book, kind, (read_hours, write_hours, _capacity(asks, replicated, None)[0])),
        *_in_replicas(asks, book, "Write capacity of the indexes", index_hours, f"ddb-pr-wcu-{kind}"),
        *_requests(asks, book, kind, (ZERO, ZERO, ZERO)),
        *_kept(asks, book, kind, cached),
    )


Three = tuple[Decimal, Decimal, Decimal]


def _requests(asks: TableInputs, book: PriceBook, kind: Class, units: Three) -> tuple[Line, ...]:
    """Request units for reads, writes and replicated writes, with those that are given as counted."""
    read, write, replicated = (
        units[0] + asks.read_units,
        units[1] + asks.write_units,
        units[2] + asks.replicated_write_units,
    )
    return (
        *book.lines("Read request units", read / MILLION, f"ddb-od-rru-{kind}", "million RRU"),
        *book.lines("Write request units", write / MILLION, f"ddb-od-wru-{kind}", "million WRU"),
        *book.lines("Replicated write request units", replicated / MILLION, f"ddb-od-rwru-{kind}", "million rWRU"),
        *_in_replicas(asks, book, "Replicated write request units", replicated / MILLION, f"ddb-od-rwru-{kind}"),
    )


def _hours(asks: TableInputs, book: PriceBook, kind: Class, hours: Three) -> tuple[Line, ...]:
    """Unit-hours of capacity for reads, writes and replicated writes, with those that are given as counted."""
    read, write, replicated = hours[0] + asks.rcu_hours, hours[1] + asks.wcu_hours, hours[2] + asks.rwcu_hours
    return (
        *book.lines("Read capacity", read, f"ddb-pr-rcu-{kind}", "RCU-hour"),
        *book.lines("Write capacity", write, f"ddb-pr-wcu-{kind}", "WCU-hour"),
        *book.lines("Replicated write capacity", replicated, f"ddb-pr-rwcu-{kind}", "rWCU-hour"),
        *_in_replicas(asks, book, "Replicated write capacity", replicated, f"ddb-pr-rwcu-{kind}"),
    )


def hourly_capacity(asks: TableInputs, units: Decimal) -> tuple[Decimal, ...]:
    """The capacity of each hour of a day that `units` a month need, in whole units, at the utilisation aimed at."""
    if units <= ZERO or asks.hours <= ZERO:
        return (ZERO,) * DAY
    needed = units / (asks.hours * 3600) * HUNDRED / asks.target_utilisation
    factors = day_of(asks.shape, asks.peak_factor, asks.peak_hours)
    if asks.shape == "flat":
        return (ceiling(needed),) * DAY
    if asks.scaling == "fixed":
        return (ceiling(needed * max(factors)),) * DAY
    return tuple(max(Decimal(1), ceiling(needed * factor)) for factor in factors)


def _capacity(asks: TableInputs, units: Decimal, blocks: int | None) -> tuple[Decimal, int]:
    """Unit-hours of the month beyond what is reserved, and the blocks reserved (None: nothing is)."""
    if units <= ZERO and not blocks:
        return ZERO, 0
    hours = hourly_capacity(asks, units)
    taken = 0 if blocks is None else blocks or int(min(hours) // BLOCK)
    if asks.shape == "flat":
        return max(ZERO, hours[0] - taken * BLOCK) * asks.hours, taken
    return sum((max(ZERO, hour - taken * BLOCK) for hour in hours), ZERO) * asks.hours / DAY, taken


def _reserved(asks: TableInputs, book: PriceBook, unit: str, blocks: int) -> tuple[Line, ...]:
    meter, what = f"ddb-rc-1yr-{unit.lower()}", f"Reserved blocks of 100 {unit}, 1 year"
    return (
        *book.upfront(what, Decimal(blocks), meter),
        *book.lines(what, blocks * asks.hours, meter, "hour of a block of 100 units"),
    )


def _in_replicas(asks: TableInputs, book: PriceBook, what: str, each: Decimal, meter: str) -> tuple[Line, ...]:
    if not asks.replica_regions:
        return ()
    there = book if asks.replica_prices == "same" else book.at(asks.replica_prices)
    where = f"in {asks.replica_regions} further Region{'s' if asks.replica_regions > 1 else ''}"
    return there.lines(f"{what}, {where}", each * asks.replica_regions, meter, free=False)


def _kept(asks: TableInputs, book: PriceBook, kind: Class, cached: bool) -> tuple[Line, ...]:
    overhead = asks.items_million * MILLION * (148 if asks.replica_regions else 100) / GIB
    storage = asks.storage_gb + overhead
    backups = asks.backup_gb + asks.backups_per_day * (asks.backup_days_kept + 1) * asks.backup_each_gb
    line = partial(book.lines)
    return (
        *line("Storage", storage, f"ddb-st-{kind}", "GB-month"),
        *_in_replicas(asks, book, "Storage", storage, f"ddb-st-{kind}"),
        *line("Point-in-time recovery", asks.pitr_gb, "ddb-pitr", "GB-month"),
        *line("On-demand backups", backups, "ddb-backup", "GB-month"),
        *line("Restored data", asks.restore_gb, "ddb-restore", "GB"),
        *line("Full exports to S3", asks.export_gb, "ddb-export", "GB"),
        *line("Incremental exports to S3", asks.export_incremental_gb, "ddb-export-inc", "GB"),
        *line("Imports from S3", asks.import_gb, "ddb-import", "GB"),
        *line("Stream read requests", asks.stream_reads / MILLION, "ddb-streams", "million requests"),
        *line("Change data capture for Kinesis", asks.kinesis_units / MILLION, "ddb-cdc", "million units"),
        *line("Vector search", asks.vector_search_gb, "ddb-vec-search", "GB"),
        *line("Vector writes", asks.vector_write_gb, "ddb-vec-write", "GB"),
        *(dax(asks, book) if cached else ()),
    )


def dax(asks: TableInputs, book: PriceBook) -> tuple[Line, ...]:
    """The bill of the cache alone."""
    return book.lines(
        f"DAX nodes {asks.dax_node.replace('-', '.', 1)}",
        asks.dax_nodes * asks.hours,
        f"dax-{asks.dax_node}",
        "node-hour",
    )
