resource "aws_ecs_task_definition" "blog" {
  family = "blog"
  container_definitions = jsonencode([{
    name        = "blog"
    environment = [{ name = "PORT", value = "8080" ]
  }])
}
