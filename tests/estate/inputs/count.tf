resource "aws_dynamodb_table" "many" {
  count = 2
  name  = "t-${count.index}"
}
