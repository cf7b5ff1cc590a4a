resource "aws_dynamodb_table" "t" {
  name = "orders"
}
resource "aws_opensearch_domain" "d" {
  domain_name = "search"
}
resource "aws_osis_pipeline" "p" {
  pipeline_name               = "p"
  min_units                   = 2
  pipeline_configuration_body = templatefile("${path.module}/pipeline.yaml.tmpl", { table = aws_dynamodb_table.t.arn, host = aws_opensearch_domain.d.endpoint })
}
