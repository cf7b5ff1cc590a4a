variable "nodes" {
  type = number
}
variable "protected" {
  type    = bool
  default = false
}
resource "aws_dax_cluster" "c" {
  replication_factor = var.nodes
}
resource "aws_dynamodb_table" "t" {
  deletion_protection_enabled = var.protected
}
