"""Which numbers of the cards are held against which places of AWS's models."""

from typing import NamedTuple


class Held(NamedTuple):
    """A figure or a statement of a card, and where a model says the same number."""

    service: str
    statement: str
    """Name of a limit, or how the text of a fact begins."""

    client: str
    place: str
    """A shape, `Shape.member` or an operation."""

    says: str
    """`min` or `max` of the shape, or a pattern whose first group is the number in its documentation."""

    divided_by: float = 1
    """What makes the unit of the model ours, such as 3,600 for hours from seconds."""


HELD = (
    Held("dynamodb", "Item size", "dynamodb", "TransactionCanceledException", r"larger than ([\d,]+) KB"),
    Held(
        "dynamodb", "Partition key value", "dynamodb", "BatchWriteItem", r"partition key, the limit is ([\d,]+) bytes"
    ),
    Held("dynamodb", "Sort key value", "dynamodb", "BatchWriteItem", r"sort key, the limit is ([\d,]+) bytes"),
    Held(
        "dynamodb",
        "Item collection of a table with local secondary indexes",
        "dynamodb",
        "CreateTableInput.LocalSecondaryIndexes",
        r"is a ([\d,]+) GB size",
    ),
    Held(
        "dynamodb",
        "Global secondary indexes",
        "dynamodb",
        "CreateTableInput.GlobalSecondaryIndexes",
        r"the maximum is ([\d,]+)",
    ),
    Held(
        "dynamodb",
        "Local secondary indexes",
        "dynamodb",
        "CreateTableInput.LocalSecondaryIndexes",
        r"the maximum is ([\d,]+)",
    ),
    Held(
        "dynamodb",
        "Projected attributes",
        "dynamodb",
        "CreateTableInput.GlobalSecondaryIndexes",
        r"must not exceed ([\d,]+)",
    ),
    Held("dynamodb", "Tables", "dynamodb", "LimitExceededException", r"soft account quota of ([\d,]+) tables"),
    Held("dynamodb", "Items of a transaction", "dynamodb", "TransactWriteItems", r"groups up to ([\d,]+) action"),
    Held(
        "dynamodb", "Data of a transaction", "dynamodb", "TransactWriteItems", r"transaction cannot exceed ([\d,]+) MB"
    ),
    Held("dynamodb", "BatchGetItem items", "dynamodb", "BatchGetItem", r"as many as ([\d,]+) items"),
    Held("dynamodb", "BatchGetItem data", "dynamodb", "BatchGetItem", r"retrieve up to ([\d,]+) MB"),
    Held("dynamodb", "BatchWriteItem requests", "dynamodb", "BatchWriteItem", r"up to ([\d,]+) item put or delete"),
    Held("dynamodb", "BatchWriteItem data", "dynamodb", "BatchWriteItem", r"transmit up to ([\d,]+) ?MB"),
    Held("dynamodb", "Page of a Query or Scan", "dynamodb", "Scan", r"maximum dataset size limit of ([\d,]+) MB"),
    Held(
        "dynamodb",
        "Concurrent restores",
        "dynamodb",
        "RestoreTableToPointInTime",
        r"up to ([\d,]+) concurrent restores",
    ),
    Held("dynamodb", "Concurrent imports", "dynamodb", "LimitExceededException", r"up to ([\d,]+) simultaneous import"),
    Held(
        "dynamodb",
        "Point-in-time recovery window",
        "dynamodb",
        "UpdateContinuousBackups",
        r"between 1 and ([\d,]+) days",
    ),
    Held(
        "dynamodb", "Resource-based policy", "dynamodb", "CreateTableInput.ResourcePolicy", r"document is ([\d,]+) KB"
    ),
    Held("dynamodb", "Dimensions of a vector index", "dynamodb", "SearchVectorList", "max"),
    Held("dynamodb-standard", "Item size", "dynamodb", "BatchWriteItem", r"can be up to ([\d,]+) KB once stored"),
    Held("dynamodb-standard-ia", "Item size", "dynamodb", "BatchWriteItem", r"can be up to ([\d,]+) KB once stored"),
    Held(
        "dynamodb-streams",
        "Retention",
        "dynamodbstreams",
        "TrimmedDataAccessException",
        r"there is a ([\d,]+) hour limit",
    ),
    Held(
        "dynamodb-streams",
        "Simultaneous readers",
        "dynamodbstreams",
        "LimitExceededException",
        r"More than ([\d,]+) processes",
    ),
    Held(
        "dynamodb-streams",
        "Records returned by GetRecords",
        "dynamodbstreams",
        "GetRecordsInput.Limit",
        r"upper limit is ([\d,]+)",
    ),
    Held("dynamodb-streams", "Data returned by GetRecords", "dynamodbstreams", "GetRecords", r"maximum of ([\d,]+) MB"),
    Held(
        "dynamodb-streams",
        "Life of a shard iterator",
        "dynamodbstreams",
        "GetShardIterator",
        r"expires ([\d,]+) minutes",
    ),
    Held(
        "dynamodb-streams",
        "DescribeStream calls",
        "dynamodbstreams",
        "DescribeStream",
        r"maximum rate of ([\d,]+) times",
    ),
    Held("dynamodb-streams", "ListStreams calls", "dynamodbstreams", "ListStreams", r"maximum rate of ([\d,]+) times"),
    Held(
        "dynamodb-streams",
        "Shards returned by DescribeStream",
        "dynamodbstreams",
        "DescribeStreamInput.Limit",
        r"upper limit is ([\d,]+)",
    ),
    Held(
        "dynamodb-streams",
        "Streams returned by ListStreams",
        "dynamodbstreams",
        "ListStreamsInput.Limit",
        r"upper limit is ([\d,]+)",
    ),
    Held(
        "dax",
        "Length of the cluster name",
        "dax",
        "CreateClusterRequest.ClusterName",
        r"from 1 to ([\d,]+) alphanumeric",
    ),
    Held("firehose", "Record size", "firehose", "Record.Data", r"base64-encoding, is ([\d,]+) KiB"),
    Held("firehose", "Smallest buffer to OpenSearch", "firehose", "AmazonopensearchserviceBufferingSizeInMBs", "min"),
    Held("firehose", "Largest buffer to OpenSearch", "firehose", "AmazonopensearchserviceBufferingSizeInMBs", "max"),
    Held(
        "firehose",
        "Shortest buffer interval to OpenSearch",
        "firehose",
        "AmazonopensearchserviceBufferingIntervalInSeconds",
        "min",
    ),
    Held(
        "firehose",
        "Longest buffer interval to OpenSearch",
        "firehose",
        "AmazonopensearchserviceBufferingIntervalInSeconds",
        "max",
    ),
    Held(
        "firehose",
        "Longest retry time to OpenSearch",
        "firehose",
        "AmazonopensearchserviceRetryDurationInSeconds",
        "max",
    ),
    Held("firehose", "Retention of directly put records", "firehose", "PutRecord", r"stored for ([\d,]+) hours"),
    Held("firehose", "Records in PutRecordBatch", "firehose", "PutRecordBatchRequestEntryList", "max"),
    Held(
        "firehose",
        "Data in PutRecordBatch",
        "firehose",
        "PutRecordBatch",
        r"limit of ([\d,]+) MB for the entire request",
    ),
    Held("firehose", "A COPY that fails is tried again", "firehose", "RedshiftRetryDurationInSeconds", "max"),
    Held(
        "kinesis-data-streams",
        "Shortest retention",
        "kinesis",
        "DecreaseStreamRetentionPeriod",
        r"retention period is ([\d,]+) hours",
    ),
    Held(
        "kinesis-data-streams",
        "Longest retention",
        "kinesis",
        "IncreaseStreamRetentionPeriod",
        r"retention period is ([\d,]+) hours",
    ),
    Held("kinesis-data-streams", "Record size", "kinesis", "PutRecords", r"can be as large as ([\d,]+) MiB"),
    Held("kinesis-data-streams", "Writes", "kinesis", "PutRecords", r"data write total of ([\d,]+) MB"),
    Held("kinesis-data-streams", "Records written", "kinesis", "CreateStream", r"writes up to ([\d,]+) records"),
    Held("kinesis-data-streams", "Reads", "kinesis", "CreateStream", r"data read total of ([\d,]+) MiB"),
    Held(
        "kinesis-data-streams",
        "Read transactions",
        "kinesis",
        "CreateStream",
        r"reads up to (\w+) transactions per second",
    ),
    Held(
        "kinesis-data-streams",
        "Reads with enhanced fan-out",
        "kinesis",
        "RegisterStreamConsumer",
        r"rate of up to ([\d,]+) MiB",
    ),
    Held(
        "kinesis-data-streams",
        "Enhanced fan-out consumers",
        "kinesis",
        "RegisterStreamConsumer",
        r"Provisioned streams, you can register up to ([\d,]+) consumers",
    ),
    Held(
        "lambda",
        "Payload of a synchronous invocation",
        "lambda",
        "InvocationRequest.Payload",
        r"is ([\d,]+) MB for synchronous",
    ),
    Held(
        "lambda",
        "Payload of an asynchronous invocation",
        "lambda",
        "InvocationRequest.Payload",
        r"([\d,]+) MB for asynchronous",
    ),
    Held(
        "lambda",
        "Batch size from DynamoDB Streams",
        "lambda",
        "CreateEventSourceMappingRequest.BatchSize",
        r"DynamoDB Streams – Default 100. Max ([\d,]+\d)",
    ),
    Held(
        "lambda",
        "Batching window",
        "lambda",
        "CreateEventSourceMappingRequest.MaximumBatchingWindowInSeconds",
        r"0 seconds to ([\d,]+) seconds",
    ),
    Held("lambda", "Concurrent batches per shard", "lambda", "ParallelizationFactor", "max"),
    Held("lambda", "Maximum record age", "lambda", "MaximumRecordAgeInSeconds", "max"),
    Held("lambda", "Maximum retry attempts", "lambda", "MaximumRetryAttemptsEventSourceMapping", "max"),
    Held("lambda", "Tumbling window", "lambda", "TumblingWindowInSeconds", "max"),
    Held("eventbridge-pipes", "Batching window", "pipes", "MaximumBatchingWindowInSeconds", "max"),
    Held("eventbridge-pipes", "Concurrent batches per shard", "pipes", "LimitMax10", "max"),
    Held("opensearch-ingestion", "Shortest pipeline name", "osis", "PipelineName", "min"),
    Held("opensearch-ingestion", "Longest pipeline name", "osis", "PipelineName", "max"),
    Held("opensearch-ingestion", "Minimum capacity", "osis", "PipelineUnits", "min"),
    Held("opensearch-serverless", "Size of a SAML provider", "opensearchserverless", "samlMetadata", "max"),
    Held("opensearch", "Domain access policy", "opensearch", "PolicyDocument", "max", 1024),
    Held("s3-vectors", "Vector dimensions", "s3vectors", "Dimension", "max"),
    Held(
        "rds",
        "Read replicas",
        "rds",
        "CreateDBInstanceReadReplicaMessage.SourceDBInstanceIdentifier",
        r"up to ([\d,]+) read replicas",
    ),
    Held(
        "rds",
        "Automated backup retention, maximum",
        "rds",
        "CreateDBInstanceMessage.BackupRetentionPeriod",
        r"from 0 to ([\d,]+)",
    ),
    Held(
        "rds",
        "Storage of one DB instance",
        "rds",
        "CreateDBInstanceMessage.AllocatedStorage",
        r"RDS for MySQL .*?gp3\): Must be an integer from 20 to ([\d,]+)",
        1024,
    ),
    Held(
        "rds-read-replica",
        "Read replicas",
        "rds",
        "CreateDBInstanceReadReplicaMessage.SourceDBInstanceIdentifier",
        r"up to ([\d,]+) read replicas",
    ),
    Held("rds-proxy", "Secrets", "rds", "UserAuthConfigList", "max"),
    Held(
        "rds-proxy",
        "Idle client timeout (IdleClientTimeout), default",
        "rds",
        "DBProxy.IdleClientTimeout",
        r"Default: ([\d,]+)",
    ),
    Held(
        "rds-proxy",
        "Wait for a database connection (ConnectionBorrowTimeout), default",
        "rds",
        "ConnectionPoolConfiguration.ConnectionBorrowTimeout",
        r"Default: ([\d,]+)",
    ),
    Held(
        "rds-proxy",
        "MaxConnectionsPercent, default",
        "rds",
        "ConnectionPoolConfiguration.MaxConnectionsPercent",
        r"([\d,]+) for all other engines",
    ),
    Held(
        "rds-proxy",
        "MaxIdleConnectionsPercent, default",
        "rds",
        "ConnectionPoolConfiguration.MaxIdleConnectionsPercent",
        r"the default is ([\d,]+)",
    ),
    Held(
        "redshift",
        "Automated snapshot retention",
        "redshift",
        "CreateClusterMessage.AutomatedSnapshotRetentionPeriod",
        r"from 0 to ([\d,]+)",
    ),
    Held(
        "redshift",
        "Manual snapshot retention",
        "redshift",
        "CreateClusterMessage.ManualSnapshotRetentionPeriod",
        r"between 1 and ([\d,]+\d)",
    ),
    Held(
        "redshift",
        "Maintenance deferral",
        "redshift",
        "ModifyClusterMaintenanceMessage.DeferMaintenanceDuration",
        r"must be ([\d,]+) days or less",
    ),
    Held("redshift", "The default port is 5439", "redshift", "CreateClusterMessage.Port", r"Default: ([\d,]+)"),
    Held(
        "redshift",
        "The default port is 5439;",
        "redshift",
        "CreateClusterMessage.Port",
        r"dc2 nodes - Select a port within the range 1150-([\d,]+)",
    ),
    Held(
        "redshift-serverless",
        "Recovery point retention",
        "redshift-serverless",
        "RecoveryPoint",
        r"kept for ([\d,]+) hours",
    ),
    Held(
        "redshift-serverless",
        "Recovery point interval",
        "redshift-serverless",
        "RecoveryPoint",
        r"every ([\d,]+) minutes",
    ),
    Held(
        "redshift-serverless",
        "The default port is 5439",
        "redshift-serverless",
        "CreateWorkgroupRequest.port",
        r"default is ([\d,]+)",
    ),
    Held(
        "documentdb", "Backup retention", "docdb", "CreateDBClusterMessage.BackupRetentionPeriod", r"from 1 to ([\d,]+)"
    ),
    Held(
        "aws-backup",
        "Snapshot backup retention",
        "backup",
        "BackupRuleInput.Lifecycle",
        r"maximum value of ([\d,]+) years",
    ),
    Held("cloudwatch-logs", "Resource policies", "logs", "PutResourcePolicy", r"maximum of ([\d,]+) policies"),
    Held("ses", "Recipients", "ses", "SendEmail", r"more than ([\d,]+) recipients"),
    Held(
        "personalize",
        "Search results that the plugin re-ranks",
        "personalize-runtime",
        "GetPersonalizedRankingRequest.inputList",
        r"Otherwise, the maximum is ([\d,]+)",
    ),
)
