"""Which numbers of the cards are held against the resource schemas that cfn-lint carries."""

from tests.numbers_of_aws import Held

TABLE = "AWS::DynamoDB::Table"
STREAM = "AWS::Kinesis::Stream"
DELIVERY = "AWS::KinesisFirehose::DeliveryStream"
MAPPING = "AWS::Lambda::EventSourceMapping"
PIPE = "AWS::Pipes::Pipe"
OF_DYNAMODB = "definitions/PipeSourceDynamoDBStreamParameters/properties/"
HINTS = "definitions/AmazonopensearchserviceBufferingHints/properties/"
POOL = "definitions/ConnectionPoolConfigurationInfoFormat/properties/"
INCLUDED = "definitions/Projection/properties/NonKeyAttributes"
RECOVERY = "definitions/PointInTimeRecoverySpecification/properties/RecoveryPeriodInDays"

HELD_BY_SCHEMAS = (
    Held("dynamodb", "Point-in-time recovery window", TABLE, RECOVERY, "maximum"),
    Held("dynamodb", "Dimensions of a vector index", TABLE, "definitions/VectorIndex/properties/Dimensions", "maximum"),
    Held("dynamodb", "Global secondary indexes", TABLE, "properties/GlobalSecondaryIndexes", r"up to ([\d,]+) global"),
    Held("dynamodb", "Local secondary indexes", TABLE, "properties/LocalSecondaryIndexes", r"up to ([\d,]+) local"),
    Held(
        "dynamodb",
        "Item collection of a table with local secondary indexes",
        TABLE,
        "properties/LocalSecondaryIndexes",
        r"can be up to ([\d,]+) gigabytes",
    ),
    Held("dynamodb", "Projected attributes", TABLE, INCLUDED, r"must not exceed ([\d,]+\d)"),
    Held("dynamodb", "Resource-based policy", TABLE, "properties/ResourcePolicy", r"policy document is ([\d,]+) KB"),
    Held(
        "dynamodb-streams",
        "Retention",
        TABLE,
        "definitions/StreamSpecification/properties/ResourcePolicy",
        r"after the ([\d,]+)-hour retention",
    ),
    Held("kinesis-data-streams", "Longest retention", STREAM, "properties/RetentionPeriodHours", "maximum"),
    Held("kinesis-data-streams", "Record size", STREAM, "properties/MaxRecordSizeInKiB", "maximum", 1024),
    Held("firehose", "Smallest buffer to OpenSearch", DELIVERY, HINTS + "SizeInMBs", "minimum"),
    Held("firehose", "Largest buffer to OpenSearch", DELIVERY, HINTS + "SizeInMBs", "maximum"),
    Held("firehose", "Shortest buffer interval to OpenSearch", DELIVERY, HINTS + "IntervalInSeconds", "minimum"),
    Held("firehose", "Longest buffer interval to OpenSearch", DELIVERY, HINTS + "IntervalInSeconds", "maximum"),
    Held(
        "firehose",
        "Longest retry time to OpenSearch",
        DELIVERY,
        "definitions/AmazonopensearchserviceRetryOptions/properties/DurationInSeconds",
        "maximum",
    ),
    Held(
        "firehose",
        "A COPY that fails is tried again",
        DELIVERY,
        "definitions/RedshiftRetryOptions/properties/DurationInSeconds",
        "maximum",
    ),
    Held("lambda", "Batch size from DynamoDB Streams", MAPPING, "properties/BatchSize", "maximum"),
    Held("lambda", "Batching window", MAPPING, "properties/MaximumBatchingWindowInSeconds", "maximum"),
    Held("lambda", "Concurrent batches per shard", MAPPING, "properties/ParallelizationFactor", "maximum"),
    Held("lambda", "Maximum record age", MAPPING, "properties/MaximumRecordAgeInSeconds", "maximum"),
    Held("lambda", "Maximum retry attempts", MAPPING, "properties/MaximumRetryAttempts", "maximum"),
    Held("lambda", "Tumbling window", MAPPING, "properties/TumblingWindowInSeconds", "maximum"),
    Held("lambda", "Payload of a synchronous invocation", MAPPING, "properties/BatchSize", r"invocation \(([\d,]+) MB"),
    Held("eventbridge-pipes", "Batching window", PIPE, OF_DYNAMODB + "MaximumBatchingWindowInSeconds", "maximum"),
    Held("eventbridge-pipes", "Concurrent batches per shard", PIPE, OF_DYNAMODB + "ParallelizationFactor", "maximum"),
    Held(
        "opensearch-ingestion", "Shortest pipeline name", "AWS::OSIS::Pipeline", "properties/PipelineName", "minLength"
    ),
    Held(
        "opensearch-ingestion", "Longest pipeline name", "AWS::OSIS::Pipeline", "properties/PipelineName", "maxLength"
    ),
    Held("opensearch-ingestion", "Minimum capacity", "AWS::OSIS::Pipeline", "properties/MinUnits", "minimum"),
    Held(
        "opensearch-ingestion",
        "Maximum capacity, stateless, with a persistent buffer",
        "AWS::OSIS::Pipeline",
        "properties/MaxUnits",
        "maximum",
    ),
    Held(
        "opensearch-serverless",
        "Size of a SAML provider",
        "AWS::OpenSearchServerless::SecurityConfig",
        "definitions/SamlConfigOptions/properties/Metadata",
        "maxLength",
    ),
    Held(
        "opensearch-serverless",
        "Minimum capacity of a collection group",
        "AWS::OpenSearchServerless::CollectionGroup",
        "definitions/CapacityLimits/properties/MinSearchCapacityInOcu",
        "minimum",
    ),
    Held("rds-proxy", "Secrets", "AWS::RDS::DBProxy", "properties/Auth", "maxItems"),
    Held(
        "rds-proxy",
        "MaxConnectionsPercent, default",
        "AWS::RDS::DBProxyTargetGroup",
        POOL + "MaxConnectionsPercent",
        "maximum",
    ),
    Held(
        "redshift",
        "Manual snapshot retention",
        "AWS::Redshift::Cluster",
        "properties/ManualSnapshotRetentionPeriod",
        r"between 1 and ([\d,]+\d)",
    ),
    Held(
        "redshift-serverless",
        "The default port is 5439",
        "AWS::RedshiftServerless::Workgroup",
        "properties/Port",
        r"default is ([\d,]+)",
    ),
    Held("documentdb", "Backup retention", "AWS::DocDB::DBCluster", "properties/BackupRetentionPeriod", "maximum"),
    Held("s3-vectors", "Vector dimensions", "AWS::S3Vectors::Index", "definitions/Dimension", "maximum"),
)
