data "aws_kinesis_stream" "shared" {
  name = "shared"
}
resource "aws_lambda_function" "f" {
  function_name = "f"
}
resource "aws_lambda_event_source_mapping" "m" {
  event_source_arn = data.aws_kinesis_stream.shared.arn
  function_name    = aws_lambda_function.f.arn
}
