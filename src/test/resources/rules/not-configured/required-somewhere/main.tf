resource "aws_ecs_task_definition" "registry" {
  family = "registry"
  container_definitions = jsonencode([{
    name  = "registry"
    image = "town/registry:2"
    environment = []
  }])
}

resource "aws_ecs_service" "registry" {
  name            = "registry"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.registry.arn
}
