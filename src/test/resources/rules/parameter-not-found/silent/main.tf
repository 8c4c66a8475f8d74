resource "aws_ecs_task_definition" "weather" {
  family             = "weather"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name    = "weather"
    image   = "station/weather:3"
    secrets = [{ name = "FORECAST_URL", valueFrom = "arn:aws:ssm:us-east-1:123456789012:parameter/weather/forecast-url" }]
  }])
}

resource "aws_ecs_service" "weather" {
  name            = "weather"
  cluster         = "station"
  task_definition = aws_ecs_task_definition.weather.arn
}
