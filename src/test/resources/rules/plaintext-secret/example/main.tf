resource "aws_ecs_task_definition" "parcels" {
  family = "parcels"
  container_definitions = jsonencode([{
    name  = "parcels"
    image = "depot/parcels:12"
    environment = [
      { name = "LOG_LEVEL", value = "info" },
      { name = "CARRIER_API_KEY", value = "9f2c7d1e55aa4b0c" },
      { name = "DATABASE_URL", value = "postgres://parcels:${random_password.db.result}@db.depot.internal/parcels" },
    ]
  }])
}

resource "aws_ecs_service" "parcels" {
  name            = "parcels"
  cluster         = "depot"
  task_definition = aws_ecs_task_definition.parcels.arn
}

resource "random_password" "db" {
  length = 32
}
