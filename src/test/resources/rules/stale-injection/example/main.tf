resource "aws_secretsmanager_secret" "stamps" {
  name = "post/stamps"
}

resource "aws_ecs_task_definition" "parcels" {
  family             = "parcels"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name    = "parcels"
    image   = "post/parcels:3"
    secrets = [
      { name = "STAMPS_API_KEY", valueFrom = aws_secretsmanager_secret.stamps.arn },
      { name = "ROUTES_TOKEN", valueFrom = "/post/routes" }
    ]
  }])
}

resource "aws_ecs_service" "parcels" {
  name            = "parcels"
  cluster         = "post"
  task_definition = aws_ecs_task_definition.parcels.arn
}
