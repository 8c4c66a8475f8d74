variable "region" {
  type = string
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  prefix = "arn:aws:secretsmanager:${var.region}:${data.aws_caller_identity.current.account_id}:secret"
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([{
    name = "api"
    secrets = [
      { name = "PARTIAL", valueFrom = "${local.prefix}:app/db-AbCdEf:password::" },
      { name = "PARTITION", valueFrom = "arn:${data.aws_partition.current.partition}:secretsmanager:eu-west-1:${data.aws_caller_identity.current.account_id}:secret:app/x" },
      { name = "SSM", valueFrom = "arn:aws:ssm:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:parameter/app/y" },
      { name = "NAME_UNKNOWN", valueFrom = "${local.prefix}:${var.region}/db" },
    ]
  }])
}
