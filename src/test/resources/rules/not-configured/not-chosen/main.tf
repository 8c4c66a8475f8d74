resource "aws_ecs_task_definition" "ferry" {
  family             = "ferry"
  execution_role_arn = "arn:aws:iam::123456789012:role/ferry"
  container_definitions = jsonencode([{
    name  = "ferry"
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/ferry:7"
    environment = [
      { name = "CARRIER", value = "river" },
      { name = "RIVER_NAME", value = "Spree" },
    ]
  }])
}

resource "aws_ecs_service" "ferry" {
  name            = "ferry"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.ferry.arn
}
