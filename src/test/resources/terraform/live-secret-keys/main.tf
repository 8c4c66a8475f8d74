data "aws_secretsmanager_secret_version" "all" {
  secret_id = "shop/everything"
}

locals {
  everything = jsondecode(data.aws_secretsmanager_secret_version.all.secret_string)
}

resource "aws_ecs_task_definition" "live" {
  family = "live"
  container_definitions = jsonencode([{
    name        = "live"
    image       = "live"
    environment = concat([{ name = "KNOWN", value = "1" }], [for name, value in local.everything : { name = name, value = value }])
    secrets     = [for name, _ in local.everything : { name = name, valueFrom = "${data.aws_secretsmanager_secret_version.all.arn}:${name}::" }]
  }])
}
