# A shop's database behind functions, and a warehouse that follows it.

variable "environment" {
  type    = string
  default = "development"
}

variable "db_password" {
  type      = string
  sensitive = true
}

locals {
  production = var.environment == "production"
}

resource "aws_security_group" "functions" {
  name = "functions"
}

resource "aws_security_group" "database" {
  name = "database"
}

resource "aws_vpc_security_group_ingress_rule" "database_from_functions" {
  security_group_id            = aws_security_group.database.id
  referenced_security_group_id = aws_security_group.functions.id
  from_port                    = 5432
  to_port                      = 5432
  ip_protocol                  = "tcp"
}

resource "aws_db_subnet_group" "shop" {
  name       = "shop"
  subnet_ids = ["subnet-a", "subnet-b"]
}

resource "aws_db_instance" "shop" {
  identifier              = "shop"
  engine                  = "postgres"
  instance_class          = "db.r7g.large"
  allocated_storage       = 100
  username                = "shop"
  password                = var.db_password
  db_subnet_group_name    = aws_db_subnet_group.shop.name
  vpc_security_group_ids  = [aws_security_group.database.id]
  storage_encrypted       = true
  multi_az                = local.production
  backup_retention_period = local.production ? 14 : 1
  deletion_protection     = var.environment != "development"
  skip_final_snapshot     = true
}

resource "aws_lambda_function" "checkout" {
  function_name = "checkout"
  handler       = "checkout.handler"
  runtime       = "python3.13"
  role          = aws_iam_role.functions.arn

  vpc_config {
    subnet_ids         = ["subnet-a", "subnet-b"]
    security_group_ids = [aws_security_group.functions.id]
  }

  environment {
    variables = {
      DATABASE = aws_db_instance.shop.address
      REPORTS  = aws_redshiftserverless_workgroup.reports.workgroup_name
    }
  }
}

resource "aws_iam_role" "functions" {
  name               = "functions"
  assume_role_policy = jsonencode({ Statement = [] })
}

data "aws_iam_policy_document" "reports" {
  statement {
    actions   = ["redshift-data:ExecuteStatement"]
    resources = [aws_redshiftserverless_workgroup.reports.arn]
  }
  statement {
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.lake.arn}/*"]
  }
}

resource "aws_iam_role_policy" "reports" {
  role   = aws_iam_role.functions.id
  policy = data.aws_iam_policy_document.reports.json
}

resource "aws_redshiftserverless_namespace" "reports" {
  namespace_name = "reports"
}

resource "aws_redshiftserverless_workgroup" "reports" {
  namespace_name      = aws_redshiftserverless_namespace.reports.namespace_name
  workgroup_name      = "reports"
  base_capacity       = 32
  publicly_accessible = false
}

resource "aws_rds_integration" "shop_to_reports" {
  integration_name = "shop-to-reports"
  source_arn       = aws_db_instance.shop.arn
  target_arn       = aws_redshiftserverless_namespace.reports.arn
}

resource "aws_redshift_cluster" "archive" {
  cluster_identifier  = "archive"
  node_type           = "dc2.large"
  number_of_nodes     = 1
  publicly_accessible = true
  encrypted           = true
  skip_final_snapshot = true
  iam_roles           = [aws_iam_role.archive.arn]
}

resource "aws_iam_role" "archive" {
  name               = "archive"
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_iam_role_policy" "archive" {
  role = aws_iam_role.archive.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "${aws_s3_bucket.lake.arn}/*" }]
  })
}

resource "aws_s3_bucket" "lake" {
  bucket = "shop-lake"
}

resource "aws_backup_plan" "nightly" {
  name = "nightly"
}

resource "aws_backup_selection" "shop" {
  name         = "shop"
  plan_id      = aws_backup_plan.nightly.id
  iam_role_arn = aws_iam_role.archive.arn
  resources    = [aws_db_instance.shop.arn]
}
