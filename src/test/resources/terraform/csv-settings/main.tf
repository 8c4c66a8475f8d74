locals {
  rows = csvdecode(file("${path.module}/variables.csv"))
}

resource "aws_ecs_task_definition" "csv" {
  for_each = toset([for row in local.rows : row.service])
  family   = each.value
  container_definitions = jsonencode([{
    name        = each.value
    image       = each.value
    environment = [for row in local.rows : { name = row.name, value = row.value } if row.service == each.value && row.kind == "plain"]
    secrets     = [for row in local.rows : { name = row.name, valueFrom = row.value } if row.service == each.value && row.kind == "secret"]
  }])
}
