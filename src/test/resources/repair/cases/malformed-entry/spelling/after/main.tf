variable "radius" {
  type    = number
  default = 5
}

resource "aws_ecs_task_definition" "bikes" {
  family             = "bikes"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "bikes"
    image = "rental/bikes:19"
    environment = [
      { name = "MAP_STYLE", value = "streets" },
      { name = "HOLD_MINUTES", value = "15" },
      { name = "PORT", value = "8080" },
      { name = "DEBUG", value = "false" },
      { name = "RADIUS", value = tostring(var.radius) },
    ]
    secrets = [
      { name = "LOCK_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:rental/lock-Nb27Qe" },
    ]
  }])
}

resource "aws_ecs_service" "bikes" {
  name            = "bikes"
  cluster         = "rental"
  task_definition = aws_ecs_task_definition.bikes.arn
}
