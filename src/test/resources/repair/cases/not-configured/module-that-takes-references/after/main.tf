resource "aws_secretsmanager_secret" "db_password" {
  name = "blog/db-password"
}

resource "aws_secretsmanager_secret" "api_key" {
  name = "blog/api-key"
}

module "task" {
  source = "./task"

  db_password_arn = aws_secretsmanager_secret.db_password.arn
  api_key_arn     = aws_secretsmanager_secret.api_key.arn
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "b"
  task_definition = module.task.arn
}
