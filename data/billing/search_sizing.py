"""How much a domain or a collection has to hold, and how many nodes or units that takes.

From https://docs.aws.amazon.com/opensearch-service/latest/developerguide/, read 2026-11-27: `bp-storage.html` for the
storage, `limits.html` for the largest volumes and warm nodes, `serverless-scaling.html` for the hot storage of an OCU.
"""

from decimal import Decimal

from data.billing.bill import ceiling
from data.billing.search_inputs import SearchInputs

LEAST_NODES = Decimal(2)
SIZES = ("medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge")
GENERAL = dict(zip(SIZES, (512, 768, 2048, 3072, 6144, 12288, 18432, 24576), strict=True))
MEMORY = dict(zip(SIZES, (768, 1536, 3072, 6144, 12288, 16384, 24576, 36864), strict=True))
COMPUTE = dict(zip(SIZES[1:], (256, 512, 1024, 1536, 3072, 4608, 6144), strict=True))
OLD_GENERAL = dict(zip(SIZES[1:7], (1024, 2048, 3072, 6144, 12288, 18432), strict=True))
OLD_MEMORY = dict(zip(SIZES[1:7], (2048, 3072, 6144, 12288, 16384, 24576), strict=True))
VOLUME_GIB = {
    **dict.fromkeys(("m7g", "m8g", "m7i", "om2"), GENERAL),
    **dict.fromkeys(("r7g", "r8g", "r7i", "or1", "or2"), MEMORY),
    **dict.fromkeys(("c6g", "c7g", "c8g", "c7i"), COMPUTE),
    **dict.fromkeys(("m5", "m6g"), OLD_GENERAL),
    **dict.fromkeys(("r5", "r6g"), OLD_MEMORY),
    "t3": {"small": 100, "medium": 200},
}
WARM_GIB = {"ultrawarm1-medium": Decimal(1536), "ultrawarm1-large": Decimal(20480)}
OCU_HOT_GIB = 120


def hot_gb(asks: SearchInputs) -> Decimal:
    """Storage of the data nodes: the source, its replicas, and what indexes and reserved space add."""
    return asks.ebs_gb or asks.gb_per_day * asks.hot_days * (1 + asks.replicas) * (1 + asks.overhead_percent / 100)


def warm_gb(asks: SearchInputs) -> Decimal:
    """Warm storage, of which one copy is charged."""
    return asks.warm_gb or asks.gb_per_day * asks.warm_days


def cold_gb(asks: SearchInputs) -> Decimal:
    """Cold storage, of which one copy is charged."""
    return asks.cold_gb or asks.gb_per_day * asks.cold_days


def data_nodes(asks: SearchInputs) -> int:
    """The data nodes; where none are given, as many as have the volumes for the hot data, and two at least."""
    if asks.data_nodes:
        return asks.data_nodes
    family, _, size = asks.data_instance.partition("-")
    largest = VOLUME_GIB.get(family, {}).get(size)
    return int(max(LEAST_NODES, ceiling(hot_gb(asks) / largest)) if largest else LEAST_NODES)


def warm_nodes(asks: SearchInputs) -> int:
    """The UltraWarm nodes; where none are given, as many as hold the warm data, and two at least."""
    if asks.warm_nodes or not warm_gb(asks):
        return asks.warm_nodes
    return int(
        max(LEAST_NODES, ceiling(warm_gb(asks) / WARM_GIB.get(asks.warm_instance, WARM_GIB["ultrawarm1-medium"])))
    )


def ocu_of_hot_data(asks: SearchInputs) -> Decimal:
    """The search OCU that a classic collection needs for the data that is kept hot: 120 GiB each."""
    one_copy = asks.ebs_gb / (1 + asks.replicas) or asks.gb_per_day * asks.hot_days * (1 + asks.overhead_percent / 100)
    return ceiling(one_copy / OCU_HOT_GIB)
