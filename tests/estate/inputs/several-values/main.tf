variable "nodes" {
  type = number
}
variable "protected" {
  type    = bool
  default = false
}
variable "env" {
  type = string
}
variable "code" {
  type      = string
  sensitive = true
}
resource "aws_dax_cluster" "c" {
  replication_factor = var.nodes
}
resource "aws_dynamodb_table" "t" {
  deletion_protection_enabled = var.protected
}
resource "aws_sqs_queue" "q" {
  count             = var.env == "prod" ? 1 : 0
  kms_master_key_id = var.code
}
