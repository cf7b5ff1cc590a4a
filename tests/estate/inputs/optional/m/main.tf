variable "tables" {
  type = map(object({
    protected = optional(bool, true)
    stream    = optional(object({ view = optional(string, "NEW_IMAGE") }), {})
    billing   = string
  }))
}
resource "aws_dynamodb_table" "t" {
  for_each                    = { for name, table in var.tables : name => table if table.stream.view == "NEW_IMAGE" }
  deletion_protection_enabled = each.value.protected
  billing_mode                = each.value.billing
}
