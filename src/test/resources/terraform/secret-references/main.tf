# Every way in which a reference reaches the block that says what it is.
data "aws_caller_identity" "current" {}
data "aws_region" "current" {}
data "aws_partition" "current" {}

variable "key" { default = "password" }

resource "aws_secretsmanager_secret" "app" {
  name = "shop/app"
}

resource "aws_secretsmanager_secret_version" "app" {
  secret_id     = aws_secretsmanager_secret.app.arn
  secret_string = "x"
}

resource "aws_secretsmanager_secret" "each" {
  for_each = { db = "database", mq = "queue" }
  name     = "shop/${each.value}"
}

resource "aws_secretsmanager_secret" "optional" {
  count = 1
  name  = "shop/optional"
}

data "aws_secretsmanager_secret" "shared" {
  name = "shared/license"
}

data "aws_secretsmanager_secret_version" "shared" {
  secret_id     = data.aws_secretsmanager_secret.shared.id
  version_stage = "AWSPREVIOUS"
}

data "aws_secretsmanager_secret_version" "by_name" {
  secret_id = "shared/by-name"
}

data "aws_ssm_parameter" "flag" {
  name = "/shop/flag"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "main"
  engine                      = "aurora-postgresql"
  master_username             = "root"
  manage_master_user_password = true
}

locals {
  account = data.aws_caller_identity.current.account_id
  region  = data.aws_region.current.name
  arns    = { for key, secret in aws_secretsmanager_secret.each : key => secret.arn }
}

resource "aws_ecs_task_definition" "shop" {
  family             = "shop"
  execution_role_arn = "arn:aws:iam::123456789012:role/shop"
  container_definitions = jsonencode([{
    name  = "shop"
    image = "shop"
    secrets = [
      { name = "JOINED", valueFrom = join(":", [aws_secretsmanager_secret.app.arn, var.key, "", ""]) },
      { name = "FORMATTED", valueFrom = format("%s:%s::", aws_secretsmanager_secret.app.arn, var.key) },
      { name = "VERSION_ARN", valueFrom = aws_secretsmanager_secret_version.app.arn },
      { name = "VERSION_SECRET_ID", valueFrom = aws_secretsmanager_secret_version.app.secret_id },
      { name = "EACH_DB", valueFrom = "${aws_secretsmanager_secret.each["db"].arn}:url::" },
      { name = "EACH_MAPPED", valueFrom = local.arns["mq"] },
      { name = "COUNTED", valueFrom = aws_secretsmanager_secret.optional[0].arn },
      { name = "ONE_OF", valueFrom = one(aws_secretsmanager_secret.optional[*].arn) },
      { name = "JOINED_SPLAT", valueFrom = join("", aws_secretsmanager_secret.optional.*.arn) },
      { name = "SHARED", valueFrom = "${data.aws_secretsmanager_secret.shared.arn}:key::" },
      { name = "SHARED_VERSION", valueFrom = data.aws_secretsmanager_secret_version.shared.arn },
      { name = "SHARED_BY_NAME", valueFrom = data.aws_secretsmanager_secret_version.by_name.arn },
      { name = "FLAG", valueFrom = data.aws_ssm_parameter.flag.arn },
      { name = "FLAG_NAME", valueFrom = data.aws_ssm_parameter.flag.name },
      { name = "MASTER", valueFrom = "${aws_rds_cluster.main.master_user_secret[0].secret_arn}:password::" },
      { name = "BUILT", valueFrom = "arn:aws:secretsmanager:${local.region}:${local.account}:secret:shop/built-AbCdEf" },
      { name = "BUILT_PARAMETER", valueFrom = "arn:${data.aws_partition.current.partition}:ssm:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:parameter/shop/built" },
    ]
  }])
}
