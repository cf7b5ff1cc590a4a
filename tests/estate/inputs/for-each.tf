locals {
  tables = { orders = true, users = false }
}
resource "aws_dynamodb_table" "t" {
  for_each                    = local.tables
  name                        = each.key
  deletion_protection_enabled = each.value
}
