variable "cached" {
  type    = bool
  default = false
}
resource "aws_dax_cluster" "c" {
  count              = var.cached ? 1 : 0
  replication_factor = 3
}
