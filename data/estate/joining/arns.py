"""Which service an ARN speaks of."""

import re

ARN = re.compile(r"^arn:[\w-]*:([\w-]+):[^:]*:[^:]*:(.+)$")
SERVICE_BY_ARN = {
    "dynamodb": "dynamodb",
    "kinesis": "kinesis-data-streams",
    "sqs": "sqs",
    "sns": "sns",
    "lambda": "lambda",
    "s3": "s3",
    "es": "opensearch",
    "aoss": "opensearch-serverless",
    "rds": "rds",
    "redshift": "redshift",
    "redshift-serverless": "redshift-serverless",
    "kms": "kms",
    "secretsmanager": "secrets-manager",
    "firehose": "firehose",
    "logs": "cloudwatch-logs",
    "events": "eventbridge",
    "kafka": "msk",
    "osis": "opensearch-ingestion",
    "dax": "dax",
    "iam": "iam",
}
