module "m" {
  source = "./m"
  tables = {
    orders = { billing = "PROVISIONED" }
    users  = { billing = "PAY_PER_REQUEST", protected = false }
  }
}
