module "orders" {
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "5.0.0"
  name    = "orders"
}
module "network" {
  source = "terraform-aws-modules/vpc/aws"
}
