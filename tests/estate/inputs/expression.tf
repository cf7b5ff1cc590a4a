variable "env" {
  default = "development"
}
resource "aws_db_instance" "db" {
  engine              = "postgres"
  multi_az            = var.env != "development"
  deletion_protection = var.env == "production" ? true : false
}
