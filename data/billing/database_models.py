"""The models of what keeps data to be asked for: a DynamoDB table, a relational database, a warehouse."""

from collections.abc import Mapping
from functools import partial

from data.billing.dynamodb import dax, on_demand, provisioned
from data.billing.dynamodb_inputs import TableInputs
from data.billing.models import Model, Option, pair
from data.billing.relational import DatabaseInputs, aurora, proxy, rds
from data.billing.warehouse import Term, WarehouseInputs, cluster, serverless, serverless_reserved

TERMS: Mapping[Term, str] = {
    "1yr-nu": "1 year, no upfront",
    "1yr-pu": "1 year, partial upfront",
    "1yr-au": "1 year, all upfront",
    "3yr-nu": "3 years, no upfront",
    "3yr-pu": "3 years, partial upfront",
    "3yr-au": "3 years, all upfront",
}
TABLE = Model(
    "dynamodb-table",
    "A DynamoDB table",
    "On-demand or provisioned, which table class, with or without DAX?",
    TableInputs,
    (
        Option("on-demand", "On-demand", on_demand),
        Option("provisioned", "Provisioned, auto scaling", provisioned),
        Option("reserved", "Provisioned, reserved for 1 year", partial(provisioned, reserved=True)),
        Option("on-demand-ia", "On-demand, Standard-IA", partial(on_demand, kind="ia")),
        Option("provisioned-ia", "Provisioned, Standard-IA", partial(provisioned, kind="ia")),
        Option("on-demand-dax", "On-demand with DAX", partial(on_demand, cached=True)),
        Option("provisioned-dax", "Provisioned with DAX", partial(provisioned, cached=True)),
        Option("dax", "DAX alone", dax, alone=True),
    ),
    ("on-demand", "provisioned", "on-demand-ia"),
    "reads_per_second",
    "storage_gb",
    ("dynamodb", "dynamodb-standard", "dynamodb-standard-ia", "dynamodb-streams", "dax"),
    "personalized-search",
    (
        pair("on-demand", "provisioned", "target_utilisation", "ddb-od-35", "ddb-od-30-peak"),
        pair("on-demand-ia", "provisioned-ia", "target_utilisation", "ddb-od-35"),
        pair("provisioned", "reserved", "writes_per_second", "ddb-reserved"),
        pair("on-demand", "reserved", "target_utilisation", "ddb-reserved"),
        pair("on-demand", "on-demand-ia", "storage_gb", "ddb-ia-50-throughput", "ddb-ia-42", "ddb-ia-50-total"),
        pair("provisioned", "provisioned-ia", "storage_gb", "ddb-ia-50-throughput", "ddb-ia-42", "ddb-ia-50-total"),
    ),
)
DATABASE = Model(
    "relational-database",
    "A relational database",
    "RDS or Aurora, one zone or more, on demand or reserved?",
    DatabaseInputs,
    (
        Option("rds-single", "RDS, Single-AZ", rds),
        Option("rds-multi", "RDS, Multi-AZ", partial(rds, zones="multi")),
        Option("rds-cluster", "RDS, Multi-AZ cluster", partial(rds, zones="cluster")),
        Option("rds-single-1yr", "RDS, Single-AZ, reserved 1 year", partial(rds, term="ri1-nu")),
        Option("rds-single-3yr", "RDS, Single-AZ, reserved 3 years", partial(rds, term="ri3")),
        Option("rds-multi-1yr", "RDS, Multi-AZ, reserved 1 year", partial(rds, zones="multi", term="ri1-nu")),
        Option("rds-multi-3yr", "RDS, Multi-AZ, reserved 3 years", partial(rds, zones="multi", term="ri3")),
        Option("rds-single-plan", "RDS, Single-AZ, Savings Plan at best", partial(rds, term="plan")),
        Option("rds-multi-plan", "RDS, Multi-AZ, Savings Plan at best", partial(rds, zones="multi", term="plan")),
        Option("aurora", "Aurora", aurora),
        Option("aurora-plan", "Aurora, Savings Plan at best", partial(aurora, plan=True)),
        Option("aurora-io", "Aurora I/O-Optimized", partial(aurora, io_optimized=True)),
        Option("aurora-serverless", "Aurora Serverless v2", partial(aurora, serverless=True)),
        Option(
            "aurora-serverless-plan",
            "Aurora Serverless v2, Savings Plan at best",
            partial(aurora, serverless=True, plan=True),
        ),
        Option(
            "aurora-serverless-io",
            "Aurora Serverless v2, I/O-Optimized",
            partial(aurora, serverless=True, io_optimized=True),
        ),
        Option("proxy", "RDS Proxy alone", proxy, alone=True),
    ),
    ("rds-multi", "aurora", "aurora-serverless"),
    "storage_gb",
    "io_million",
    ("rds", "rds-proxy", "aurora"),
    "connection-pooling",
    (
        pair("aurora", "aurora-io", "io_million", "aurora-iopt-25", "aurora-iopt-formula"),
        pair("aurora-serverless", "aurora-serverless-io", "io_million", "aurora-iopt-25", "aurora-iopt-formula"),
        pair("aurora", "aurora-serverless", "acu"),
        pair("rds-multi", "aurora-serverless", "acu"),
        pair("rds-multi", "aurora", "io_million"),
        pair("rds-single", "rds-single-1yr", "running_percent", "rds-ri-util", "dsp-vs-ri"),
        pair("rds-single", "rds-single-3yr", "running_percent", "rds-ri-util", "dsp-vs-ri"),
        pair("rds-multi", "rds-multi-1yr", "running_percent", "rds-ri-util", "dsp-vs-ri"),
        pair("rds-multi", "rds-multi-3yr", "running_percent", "rds-ri-util", "dsp-vs-ri"),
        pair("rds-single", "rds-single-plan", "running_percent", "dsp-general"),
        pair("rds-multi", "rds-multi-plan", "running_percent", "dsp-general"),
        pair("rds-multi-1yr", "rds-multi-plan", "running_percent", "dsp-vs-ri"),
        pair("aurora", "aurora-plan", "running_percent", "dsp-general"),
        pair("aurora-serverless", "aurora-serverless-plan", "running_percent", "dsp-general"),
    ),
)
WAREHOUSE = Model(
    "warehouse",
    "A warehouse",
    "Redshift nodes, paused nodes, reserved nodes or Serverless?",
    WarehouseInputs,
    (
        Option("provisioned", "Provisioned, always on", cluster),
        Option("paused", "Provisioned, paused without work", partial(cluster, paused=True)),
        *(
            Option(f"reserved-{term}", f"Provisioned, reserved {words}", partial(cluster, term=term))
            for term, words in TERMS.items()
        ),
        Option("serverless", "Serverless", serverless),
        Option("serverless-reserved", "Serverless, reserved 1 year, no upfront", serverless_reserved),
        Option(
            "serverless-reserved-upfront",
            "Serverless, reserved 1 year, all upfront",
            partial(serverless_reserved, all_upfront=True),
        ),
    ),
    ("provisioned", "reserved-1yr-nu", "serverless"),
    "hours_per_day",
    "rpu",
    ("redshift", "redshift-serverless"),
    "bi-warehouse",
    (
        pair("provisioned", "serverless", "hours_per_day", "own-rs-serverless"),
        pair("paused", "serverless", "rpu", "own-rs-serverless"),
        pair("serverless", "serverless-reserved", "hours_per_day", "rss-reservation"),
        pair("serverless", "serverless-reserved-upfront", "hours_per_day", "rss-reservation"),
        pair("provisioned", "paused", "hours_per_day"),
    ),
)
