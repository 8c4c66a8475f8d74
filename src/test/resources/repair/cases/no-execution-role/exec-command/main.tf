resource "aws_secretsmanager_secret" "database" {
  name = "billing/database"
}

data "aws_iam_policy_document" "tasks" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "ecs_exec" {
  name               = "billing-exec-command"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

resource "aws_iam_role" "task" {
  name               = "billing-task"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

resource "aws_ecs_task_definition" "billing" {
  family        = "billing" # one word
  network_mode  = "awsvpc"
  task_role_arn = aws_iam_role.task.arn
  container_definitions = jsonencode([{
    name    = "billing"
    image   = "billing/api:2.7"
    secrets = [{ name = "DB_PASSWORD", valueFrom = "${aws_secretsmanager_secret.database.arn}:password::" }]
  }])
}

resource "aws_ecs_service" "billing" {
  name            = "billing"
  cluster         = "finance"
  task_definition = aws_ecs_task_definition.billing.arn
}
