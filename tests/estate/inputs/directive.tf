locals {
  stage = "live"
}
resource "aws_kinesis_stream" "s" {
  name = "orders%{ if local.stage == "live" }-live%{ else }-test%{ endif }"
}
resource "aws_dynamodb_table" "t" {
  name = <<-EOT
    %{ for part in ["orders", "users"] ~}
    ${part}.
    %{ endfor ~}
  EOT
}
