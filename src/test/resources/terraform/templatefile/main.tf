locals {
  settings = {
    LOG_LEVEL = "info"
    WORKERS   = 4
  }
}

resource "aws_secretsmanager_secret" "database" {
  name = "app/database"
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = templatefile("${path.module}/templates/api.json.tpl", {
    name         = "api"
    settings     = local.settings
    names        = ["QUEUE", "TOPIC"]
    database_arn = aws_secretsmanager_secret.database.arn
    debug        = false
  })
}

resource "aws_ecs_task_definition" "whole" {
  family = "whole"
  container_definitions = templatefile("templates/whole.json.tpl", {
    environment = [for name, value in local.settings : { name = name, value = tostring(value) }]
  })
}
