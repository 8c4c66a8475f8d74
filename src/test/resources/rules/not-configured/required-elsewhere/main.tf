resource "aws_ecs_task_definition" "registry-dev" {
  family = "registry-dev"
  container_definitions = jsonencode([{
    name  = "registry-dev"
    image = "town/registry-dev:2"
    environment = []
  }])
}

resource "aws_ecs_service" "registry-dev" {
  name            = "registry-dev"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.registry-dev.arn
}
