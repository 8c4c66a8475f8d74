resource "aws_secretsmanager_secret" "db_password" {
  name = "blog/db-password"
}

module "task" {
  source = "./task"

  db_password_arn = aws_secretsmanager_secret.db_password.arn
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "b"
  task_definition = module.task.arn
}
