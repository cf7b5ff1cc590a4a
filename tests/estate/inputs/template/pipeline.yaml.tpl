version: "2"
p:
  source:
    dynamodb:
      tables:
        - table_arn: ${table}
  sink:
    - opensearch:
        hosts: ["https://${host}"]
        index: orders
