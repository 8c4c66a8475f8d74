resource "aws_secretsmanager_secret" "db_password" {
  name = "blog/db-password"
}

resource "aws_secretsmanager_secret" "api_key" {
  name = "blog/api-key"
}

data "template_file" "c" {
  template = file("${path.module}/c.json.tpl")
  vars = {
    db_password_arn = aws_secretsmanager_secret.db_password.arn
    image           = "x"
    api_key_arn     = aws_secretsmanager_secret.api_key.arn
  }
}

resource "aws_ecs_task_definition" "blog" {
  family                = "blog"
  execution_role_arn    = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = data.template_file.c.rendered
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "b"
  task_definition = aws_ecs_task_definition.blog.arn
}
