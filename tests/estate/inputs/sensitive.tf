variable "db_password" {
  sensitive = true
}
resource "aws_db_instance" "db" {
  engine   = "mysql"
  password = var.db_password
}
