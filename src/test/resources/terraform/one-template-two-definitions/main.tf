locals {
  database = { name = "DATABASE_URL", valueFrom = "/app/database-url" }
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = templatefile("task.json.tpl", { name = "web", secret = local.database.valueFrom })
}

resource "aws_ecs_task_definition" "jobs" {
  family                = "jobs"
  container_definitions = templatefile("task.json.tpl", { name = "jobs", secret = local.database.valueFrom })
}

resource "aws_ecs_task_definition" "plain" {
  family = "plain"
  container_definitions = jsonencode([
    { name = "plain", environment = [{ name = "DATABASE_URL", value = "postgres://localhost" }] },
    { name = "other", secrets = [local.database, merge(local.database, { name = "DB_URL" })] },
  ])
}
