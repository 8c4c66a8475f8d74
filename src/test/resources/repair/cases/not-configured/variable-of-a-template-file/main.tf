resource "aws_secretsmanager_secret" "db_password" {
  name = "blog/db-password"
}

data "template_file" "c" {
  template = file("${path.module}/c.json.tpl")
  vars = {
    db_password_arn = aws_secretsmanager_secret.db_password.arn
    image           = "x"
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
