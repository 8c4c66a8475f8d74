# Blocks that say something about the state, and nothing about containers.
moved {
  from = aws_ecs_task_definition.old
  to   = aws_ecs_task_definition.app
}

removed {
  from = aws_ecs_task_definition.gone

  lifecycle {
    destroy = false
  }
}

import {
  to = aws_cloudwatch_log_group.app
  id = "/app"
}

check "family" {
  assert {
    condition     = aws_ecs_task_definition.app.family == "app"
    error_message = "The family is not app."
  }
}

resource "aws_cloudwatch_log_group" "app" {
  name = "/app"
}

resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = jsonencode([{ name = "app", image = "app", environment = [{ name = "APP_MODE", value = "live" }] }])

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [tags, container_definitions]

    precondition {
      condition     = length(aws_cloudwatch_log_group.app.name) > 0
      error_message = "There is no log group."
    }
  }
}
