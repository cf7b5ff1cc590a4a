"""The models of what moves, searches and keeps files: search, the way into it, streams, functions, buckets."""

from functools import partial

from data.billing.functions import FunctionInputs, function
from data.billing.models import Model, Option, pair
from data.billing.search import direct_query, domain, serverless, tiers
from data.billing.search_inputs import SearchInputs
from data.billing.storage import BucketInputs, bucket
from data.billing.streams import FirehoseInputs, StreamInputs, firehose, kinesis
from data.billing.ways import WayInputs, way_in

SEARCH = Model(
    "search-and-logs",
    "Search and logs",
    "A domain, Serverless, or querying the logs where they lie?",
    SearchInputs,
    (
        Option("domain", "Domain", domain),
        Option("domain-standby", "Domain, Multi-AZ with standby", partial(domain, standby=True)),
        Option("domain-reserved", "Domain, reserved 1 year", partial(domain, reserved=True)),
        Option("serverless", "Serverless, classic", serverless),
        Option("serverless-nextgen", "Serverless, next generation", partial(serverless, kind="nextgen")),
        Option("direct-query", "Direct query of S3", direct_query),
        Option("tiers", "Warm and cold tiers alone", tiers, alone=True),
    ),
    ("domain", "serverless", "serverless-nextgen"),
    "busy_hours_per_day",
    "gb_per_day",
    ("opensearch", "opensearch-serverless", "s3"),
    "log-aggregation",
    (
        pair("domain", "serverless", "search_ocu"),
        pair("domain", "domain-reserved", "data_nodes", "dsp-general"),
        pair("domain", "direct-query", "gb_per_day"),
    ),
)
WAY = Model(
    "way-into-opensearch",
    "The way into OpenSearch",
    "Ingestion, Data Firehose or a function, and which stream before it?",
    WayInputs,
    (
        Option("ingestion", "OpenSearch Ingestion", partial(way_in, way="ingestion")),
        Option("firehose", "Data Firehose", partial(way_in, way="firehose")),
        Option("lambda", "Lambda, x86", partial(way_in, way="lambda-x86")),
        Option("lambda-arm", "Lambda, Arm", partial(way_in, way="lambda-arm")),
    ),
    ("ingestion", "firehose", "lambda"),
    "gb_per_day",
    "record_kb",
    ("opensearch-ingestion", "firehose", "lambda", "kinesis-data-streams", "dynamodb-streams", "s3"),
    "siem",
)
STREAM = Model(
    "kinesis-stream",
    "A Kinesis stream",
    "On-demand, provisioned or On-demand Advantage?",
    StreamInputs,
    (
        Option("on-demand", "On-demand", kinesis),
        Option("provisioned", "Provisioned", partial(kinesis, mode="provisioned")),
        Option("advantage", "On-demand Advantage", partial(kinesis, mode="advantage")),
    ),
    ("on-demand", "provisioned"),
    "records_per_second",
    "consumers",
    ("kinesis-data-streams",),
    "",
    (pair("on-demand", "advantage", "records_per_second", "kds-advantage"),),
)
FIREHOSE = Model(
    "firehose",
    "Data Firehose",
    "What do the size of records and the options cost?",
    FirehoseInputs,
    (Option("firehose", "Data Firehose", firehose),),
    ("firehose",),
    "record_kb",
    "records_per_second",
    ("firehose",),
    "log-aggregation",
)
FUNCTION = Model(
    "lambda",
    "A Lambda function",
    "x86 or Arm?",
    FunctionInputs,
    (Option("x86", "x86", function), Option("arm", "Arm", partial(function, architecture="arm"))),
    ("x86", "arm"),
    "requests",
    "duration_ms",
    ("lambda",),
    "welcome-message",
    (pair("x86", "arm", "requests", "lambda-arm"),),
)
BUCKET = Model(
    "s3-bucket",
    "An S3 bucket",
    "Which storage class?",
    BucketInputs,
    tuple(
        Option(kind, title, partial(bucket, storage=kind))
        for kind, title in {
            "std": "S3 Standard",
            "ia": "S3 Standard-IA",
            "onezone": "S3 One Zone-IA",
            "gir": "S3 Glacier Instant Retrieval",
            "gfr": "S3 Glacier Flexible Retrieval",
            "gda": "S3 Glacier Deep Archive",
        }.items()
    ),
    ("std", "ia", "gir"),
    "storage_gb",
    "put_requests",
    ("s3",),
    "cold-data",
)
