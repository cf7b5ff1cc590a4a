"""What the model of a DynamoDB table asks for."""

from decimal import Decimal
from typing import Literal

from data.billing.inputs import Inputs, choice, number, whole
from data.billing.traffic import Shape


class TableInputs(Inputs):
    """A table with its indexes, replicas, backups and readers.

    Reads and writes are those of the application; units follow from the sizes.
    """

    reads_per_second: Decimal = number("0", "0", "1e7", "Reads, on average", "a second", "Traffic")
    writes_per_second: Decimal = number("0", "0", "1e7", "Writes, on average", "a second", "Traffic")
    reads_per_month: Decimal = number("0", "0", "1e14", "Further reads", "a month", "Traffic")
    writes_per_month: Decimal = number("0", "0", "1e14", "Further writes", "a month", "Traffic")
    item_kb: Decimal = number("1", "0.001", "400", "Size of an item", "KB", "Traffic")
    read_kb: Decimal = number(
        "0", "0", "400", "Size of what a read returns, if it is not the item; 0 is the item", "KB", "Traffic"
    )
    strong_percent: Decimal = number("0", "0", "100", "Reads that are strongly consistent", "% of the reads", "Traffic")
    transactional_read_percent: Decimal = number(
        "0", "0", "100", "Reads in transactions", "% of the other reads", "Traffic"
    )
    transactional_write_percent: Decimal = number(
        "0", "0", "100", "Writes in transactions", "% of the writes", "Traffic"
    )
    shape: Shape = choice("flat", "How the traffic is spread over a day", "Traffic")
    peak_factor: Decimal = number("3", "1", "1000", "Peak of the day", "times the average", "Traffic")
    peak_hours: Decimal = number("2", "1", "24", "Hours at the peak", "hours a day", "Traffic")
    scaling: Literal["auto", "fixed"] = choice(
        "auto", "Provisioned capacity follows the hours (auto) or stays at the peak (fixed)", "Capacity"
    )
    target_utilisation: Decimal = number("70", "1", "100", "Provisioned capacity that is used", "%", "Capacity")
    reserved_read_blocks: int = whole(
        0, 0, 1_000_000, "Reserved blocks of 100 RCU; 0 is as many as are always used", "blocks", "Capacity"
    )
    reserved_write_blocks: int = whole(
        0, 0, 1_000_000, "Reserved blocks of 100 WCU; 0 is as many as are always used", "blocks", "Capacity"
    )
    read_units: Decimal = number("0", "0", "1e14", "Read request units, as counted", "a month", "Units as counted")
    write_units: Decimal = number("0", "0", "1e14", "Write request units, as counted", "a month", "Units as counted")
    replicated_write_units: Decimal = number(
        "0", "0", "1e14", "Replicated write request units, as counted", "a month", "Units as counted"
    )
    rcu_hours: Decimal = number("0", "0", "1e12", "Read capacity unit-hours, as counted", "a month", "Units as counted")
    wcu_hours: Decimal = number(
        "0", "0", "1e12", "Write capacity unit-hours, as counted", "a month", "Units as counted"
    )
    rwcu_hours: Decimal = number(
        "0",
        "0",
        "1e12",
        "Replicated write capacity unit-hours, as counted",
        "a month",
        "Units as counted",
    )
    indexes: int = whole(0, 0, 20, "Secondary indexes that writes update", "indexes", "Indexes and replicas")
    index_write_percent: Decimal = number(
        "100", "0", "100", "Writes that change an index", "% of the writes", "Indexes and replicas"
    )
    index_item_kb: Decimal = number("1", "0.001", "400", "Size of an entry of an index", "KB", "Indexes and replicas")
    replica_regions: int = whole(0, 0, 30, "Further Regions with a replica", "Regions", "Indexes and replicas")
    replica_prices: str = choice(
        "same", "Region whose prices hold for the replicas (same: as the table's own)", "Indexes and replicas", ["same"]
    )
    storage_gb: Decimal = number(
        "0", "0", "1e9", "Storage of table and indexes, in each Region", "GB", "Storage and backups"
    )
    items_million: Decimal = number(
        "0",
        "0",
        "1e9",
        "Items whose overhead of 100 bytes the storage does not hold yet",
        "million items",
        "Storage and backups",
    )
    pitr_gb: Decimal = number("0", "0", "1e9", "Table size under point-in-time recovery", "GB", "Storage and backups")
    backup_gb: Decimal = number("0", "0", "1e9", "On-demand backups", "GB", "Storage and backups")
    backups_per_day: Decimal = number("0", "0", "1000", "Daily backups", "a day", "Storage and backups")
    backup_each_gb: Decimal = number("0", "0", "1e6", "Size of a daily backup", "GB", "Storage and backups")
    backup_days_kept: Decimal = number(
        "30", "1", "3650", "Days that a daily backup is kept", "days", "Storage and backups"
    )
    restore_gb: Decimal = number("0", "0", "1e9", "Restored data", "GB a month", "Storage and backups")
    export_gb: Decimal = number("0", "0", "1e9", "Full exports to S3", "GB a month", "Storage and backups")
    export_incremental_gb: Decimal = number(
        "0", "0", "1e9", "Incremental exports to S3", "GB a month", "Storage and backups"
    )
    import_gb: Decimal = number("0", "0", "1e9", "Imports from S3", "GB a month", "Storage and backups")
    stream_reads: Decimal = number(
        "0", "0", "1e14", "GetRecords calls on the stream, except by Lambda and global tables", "a month", "Streams"
    )
    kinesis_units: Decimal = number(
        "0", "0", "1e14", "Change data capture units to Kinesis Data Streams", "a month", "Streams"
    )
    vector_search_gb: Decimal = number("0", "0", "1e9", "Data searched in vector indexes", "GB a month", "Streams")
    vector_write_gb: Decimal = number("0", "0", "1e9", "Data written to vector indexes", "GB a month", "Streams")
    dax_node: str = choice("r5-large", "Node type of DAX", "DAX", ["r5-large", "t3-small"])
    dax_nodes: int = whole(3, 1, 11, "Nodes of DAX", "nodes", "DAX")
    dax_hit_percent: Decimal = number("80", "0", "100", "Eventually consistent reads that DAX answers", "%", "DAX")
