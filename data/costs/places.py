"""Which question about costs belongs to a service, to a comparison and to a use case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.costs.use_cases import USE_CASE
from data.records import Catalog


@dataclass(frozen=True)
class CostPlace:
    """A model with the options to show, the use case whose load it begins with, and inputs as text."""

    model: str
    options: tuple[str, ...] = ()
    preset: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)

    @property
    def parameters(self) -> dict[str, str | list[str]]:
        """What the address of the page of costs says for it."""
        named = {"model": self.model, "preset": self.preset, **self.inputs}
        found: dict[str, str | list[str]] = {name: value for name, value in named.items() if value}
        return {**found, **({"option": list(self.options)} if self.options else {})}


TABLE, DATABASE, WAREHOUSE, SEARCH, WAY = (
    "dynamodb-table",
    "relational-database",
    "warehouse",
    "search-and-logs",
    "way-into-opensearch",
)
SERVICES: Mapping[str, CostPlace] = {
    "dynamodb": CostPlace(TABLE, ("on-demand", "provisioned")),
    "dynamodb-standard": CostPlace(TABLE, ("on-demand", "on-demand-ia"), "cold-data"),
    "dynamodb-standard-ia": CostPlace(TABLE, ("on-demand", "on-demand-ia"), "cold-data"),
    "dynamodb-replica": CostPlace(TABLE, ("on-demand", "provisioned"), "global-tables"),
    "dynamodb-streams": CostPlace(WAY, inputs={"before": "dynamodb-streams"}),
    "dax": CostPlace(TABLE, ("on-demand", "on-demand-dax"), "microsecond-reads"),
    "rds": CostPlace(DATABASE, ("rds-single", "rds-multi")),
    "rds-standby": CostPlace(DATABASE, ("rds-single", "rds-multi"), "failover"),
    "rds-read-replica": CostPlace(DATABASE, ("rds-single", "rds-multi"), inputs={"read_replicas": "1"}),
    "rds-proxy": CostPlace(DATABASE, ("rds-multi", "proxy"), inputs={"proxy": "yes"}),
    "aurora": CostPlace(DATABASE, ("aurora", "aurora-io", "aurora-serverless")),
    "redshift": CostPlace(WAREHOUSE, ("provisioned", "reserved-1yr-nu", "serverless")),
    "redshift-serverless": CostPlace(WAREHOUSE, ("provisioned", "serverless"), "intermittent-analytics"),
    "opensearch": CostPlace(SEARCH, ("domain", "domain-standby", "domain-reserved")),
    "opensearch-serverless": CostPlace(SEARCH, ("domain", "serverless", "serverless-nextgen")),
    "opensearch-storage-tiers": CostPlace(SEARCH, ("domain", "tiers"), "siem"),
    "opensearch-direct-query": CostPlace(SEARCH, ("domain", "direct-query")),
    "opensearch-ingestion": CostPlace(WAY, ("ingestion", "firehose", "lambda")),
    "firehose": CostPlace("firehose"),
    "kinesis-data-streams": CostPlace("kinesis-stream"),
    "lambda": CostPlace("lambda"),
    "s3": CostPlace("s3-bucket"),
}
COMPARISONS: Mapping[str, CostPlace] = {
    "on-demand-or-provisioned": SERVICES["dynamodb"],
    "dynamodb-standard-or-standard-ia": SERVICES["dynamodb-standard-ia"],
    "dynamodb-with-or-without-dax": SERVICES["dax"],
    "dynamodb-streams-or-kinesis": CostPlace("kinesis-stream"),
    "rds-with-or-without-rds-proxy": SERVICES["rds-proxy"],
    "opensearch-or-opensearch-serverless": SERVICES["opensearch-serverless"],
    "redshift-or-redshift-serverless": SERVICES["redshift"],
    "ways-into-opensearch": SERVICES["opensearch-ingestion"],
}


def place_of_services(services: Sequence[str]) -> CostPlace | None:
    """The question about services that are seen together: where all of them belong to one model, that; else None."""
    found = [SERVICES[service] for service in services if service in SERVICES]
    if len(found) < len(services) or len({place.model for place in found}) != 1:
        return None
    options = dict.fromkeys(place.options[-1] for place in found if place.options)
    return found[0] if len(options) < 2 else CostPlace(found[0].model, tuple(options))


def place_of_use_case(catalog: Catalog, use_case: str) -> CostPlace | None:
    """The question about a use case; None where its parts have no prices yet."""
    return CostPlace(USE_CASE, inputs={"use_case": use_case}) if use_case in catalog.use_case_costs else None
