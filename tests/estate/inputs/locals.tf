locals {
  nodes = 1 + 2
}
resource "aws_dax_cluster" "c" {
  replication_factor = local.nodes
}
