"""Numbers of DynamoDB, its table classes, streams and cache."""

from tests.numbers_of_aws.held import Held

DYNAMODB = (
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
)
