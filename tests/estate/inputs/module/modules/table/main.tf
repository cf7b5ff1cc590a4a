variable "name" {}
variable "protected" {
  default = false
}
resource "aws_dynamodb_table" "this" {
  name                        = var.name
  deletion_protection_enabled = var.protected
}
output "table_name" {
  value = aws_dynamodb_table.this.name
}
