variable "protected" {
  type = bool
}
resource "aws_dynamodb_table" "t" {
  name = "orders"
  dynamic "point_in_time_recovery" {
    for_each = ["one"]
    content {
      enabled = var.protected
    }
  }
}
