resource "aws_dynamodb_table" "t" {
  name           = "orders"
  stream_enabled = true
  stream_view_type = "NEW_IMAGE"
}
resource "aws_lambda_function" "f" {
  function_name = "on-change"
  environment {
    variables = { TABLE = aws_dynamodb_table.t.name }
  }
}
resource "aws_lambda_event_source_mapping" "m" {
  event_source_arn = aws_dynamodb_table.t.stream_arn
  function_name    = aws_lambda_function.f.arn
}
