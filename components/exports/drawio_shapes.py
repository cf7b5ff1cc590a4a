"""Services whose shapes draw.io itself ships, by the names that its library of AWS shapes gives them; the others are
boxes. No drawing of theirs is in a file: the editor has them."""

AWS_SHAPES = {
    "athena": "athena",
    "dynamodb": "dynamodb",
    "firehose": "kinesis_data_firehose",
    "glue": "glue",
    "kinesis-data-streams": "kinesis_data_streams",
    "msk": "managed_streaming_for_kafka",
    "opensearch": "elasticsearch_service",
    "quick-sight": "quicksight",
    "redshift": "redshift",
}
