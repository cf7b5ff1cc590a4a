"""What the model of search and logs asks for."""

from decimal import Decimal
from typing import Literal

from data.billing.inputs import Inputs, YesNo, choice, number, whole

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
    data_nodes: int = whole(0, 0, 1002, "Data nodes; 0 is as many as the hot data needs", "nodes", "Domain")
    manager_instance: str = choice("m7g-large", "Instance type of the manager nodes", "Domain", INSTANCES)
    manager_nodes: int = whole(0, 0, 5, "Dedicated manager nodes", "nodes", "Domain")
    warm_instance: str = choice(
        "ultrawarm1-medium", "Type of the UltraWarm nodes", "Domain", ["ultrawarm1-medium", "ultrawarm1-large"]
    )
    warm_nodes: int = whole(0, 0, 750, "UltraWarm nodes; 0 is as many as the warm data needs", "nodes", "Domain")
    volume: Literal["gp3", "gp2", "io1", "magnetic"] = choice("gp3", "Type of the volumes", "Domain")
    iops: Decimal = number(
        "0", "0", "1e7", "Provisioned IOPS of io1, or gp3 above its baseline, all volumes", "IOPS", "Domain"
    )
    support_hours: Decimal = number(
        "0", "0", "1e8", "Normalized instance-hours under extended support", "hours", "Domain"
    )
    index_ocu: Decimal = number("1", "0", "1700", "Capacity for indexing while it works", "OCU", "Serverless")
    search_ocu: Decimal = number(
        "1",
        "0",
        "1700",
        "Capacity for search while it works",
        "OCU",
        "Serverless",
    )
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
