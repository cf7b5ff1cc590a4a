resource "aws_dynamodb_table" "t" {
  # checkov:skip=CKV_AWS_28: a cache that is filled anew
  name = "cache"
}
