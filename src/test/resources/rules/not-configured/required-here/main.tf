resource "aws_ecs_task_definition" "registry-prod" {
  family = "registry-prod"
  container_definitions = jsonencode([{
    name  = "registry-prod"
    image = "town/registry-prod:2"
    environment = []
  }])
}

resource "aws_ecs_service" "registry-prod" {
  name            = "registry-prod"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.registry-prod.arn
}
