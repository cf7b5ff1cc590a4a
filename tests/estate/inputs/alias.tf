provider "aws" {
  alias  = "dr"
  region = "eu-central-1"
}
resource "aws_dynamodb_table" "t" {
  provider = aws.dr
  name     = "orders"
}
