variable "databases" {
  default = [
    { name = "orders", password = "ORDERS_PASSWORD" },
    { name = "users", password = "USERS_PASSWORD" },
  ]
}

resource "aws_secretsmanager_secret" "database" {
  count = length(var.databases)
  name  = "databases/${var.databases[count.index].name}"
}

resource "aws_ssm_parameter" "flag" {
  for_each = toset(["beta", "dark"])
  name     = "/flags/${each.key}"
  type     = "String"
  value    = "x"
}

locals {
  names = var.databases[*].password
  arns  = aws_secretsmanager_secret.database[*].arn
}

resource "aws_ecs_task_definition" "splats" {
  family             = "splats"
  execution_role_arn = "arn:aws:iam::123456789012:role/splats"
  container_definitions = jsonencode([{
    name  = "splats"
    image = "splats"
    environment = [
      { name = "DATABASES", value = join(",", var.databases.*.name) },
      { name = "COUNT", value = tostring(length(local.arns)) },
    ]
    secrets = concat(
      [for i, name in local.names : { name = name, valueFrom = local.arns[i] }],
      [for name, arn in zipmap(local.names, local.arns) : { name = "${name}_KEY", valueFrom = "${arn}:key::" }],
      [for name, flag in aws_ssm_parameter.flag : { name = "FLAG_${upper(name)}", valueFrom = flag.arn }],
      [for flag in values(aws_ssm_parameter.flag)[*].name : { name = upper(replace(trimprefix(flag, "/"), "/", "_")), valueFrom = flag }],
    )
  }])
}
