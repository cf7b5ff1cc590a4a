module "orders" {
  source    = "./modules/table"
  name      = "orders"
  protected = true
}
resource "aws_lambda_function" "f" {
  function_name = "f"
  environment {
    variables = { TABLE = module.orders.table_name }
  }
}
