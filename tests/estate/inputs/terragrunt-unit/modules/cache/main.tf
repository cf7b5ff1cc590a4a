variable "nodes" {
  type = number
}
resource "aws_dax_cluster" "c" {
  replication_factor = var.nodes
}
