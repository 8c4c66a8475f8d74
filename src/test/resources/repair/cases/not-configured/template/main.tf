resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/blog-execution"
  container_definitions = templatefile("${path.module}/containers.json.tpl", {
    image  = "blog/blog:107"
    secret = aws_secretsmanager_secret.blog.arn
  })
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}

resource "aws_secretsmanager_secret" "blog" {
  name = "blog"
}
