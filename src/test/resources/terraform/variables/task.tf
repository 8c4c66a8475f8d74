resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = jsonencode([{ name = "app", environment = [for name, value in local.all : { name = name, value = value }] }])
}
