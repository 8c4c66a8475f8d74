resource "aws_ecs_task_definition" "greenhouse" {
  family             = "greenhouse"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name    = "greenhouse"
    image   = "garden/greenhouse:4"
    secrets = [{ name = "WEATHER_API_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:garden/weather-Zx3cVb:key::" }]
  }])
}

resource "aws_ecs_service" "greenhouse" {
  name            = "greenhouse"
  cluster         = "garden"
  task_definition = aws_ecs_task_definition.greenhouse.arn
}
