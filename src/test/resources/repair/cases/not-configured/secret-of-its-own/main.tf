locals {
  prefix = "blog/production"
}

# The tables of the blog.
resource "aws_secretsmanager_secret" "db_password" {
  name                    = "${local.prefix}/db-password"
  description             = "The password of the tables"
  recovery_window_in_days = 7

  tags = {
    Team = "blog"
  }
}

resource "aws_iam_role" "execution" {
  name               = "blog-execution"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "secrets" {
  role = aws_iam_role.execution.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["secretsmanager:GetSecretValue"]
      Resource = [aws_secretsmanager_secret.db_password.arn]
    }]
  })
}

resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = aws_iam_role.execution.arn

  container_definitions = jsonencode([
    {
      name  = "blog"
      image = "blog/blog:107"

      secrets = [
        {
          name      = "DB_PASSWORD" # only for reading
          valueFrom = aws_secretsmanager_secret.db_password.arn
        }
      ]
    }
  ])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
