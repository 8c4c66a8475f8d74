resource "aws_secretsmanager_secret" "flour" {
  name = "bakery-api/flour"
}

resource "aws_secretsmanager_secret" "sugar" {
  name = "bakery-api/sugar"
}

resource "aws_secretsmanager_secret" "post" {
  name = "bakery-worker/post"
}

resource "aws_ecs_task_definition" "api" {
  family             = "bakery-api"
  execution_role_arn = "arn:aws:iam::123456789012:role/bakery-api"
  container_definitions = jsonencode([{
    name  = "api"
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/bakery-api:7"
    secrets = [
      { name = "FLOUR_TOKEN", valueFrom = aws_secretsmanager_secret.flour.arn },
      { name = "SUGAR_TOKEN", valueFrom = aws_secretsmanager_secret.sugar.arn },
    ]
  }])
}

resource "aws_ecs_service" "api" {
  name            = "bakery-api"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.api.arn
}

resource "aws_ecs_task_definition" "worker" {
  family             = "bakery-worker"
  execution_role_arn = "arn:aws:iam::123456789012:role/bakery-worker"
  container_definitions = jsonencode([{
    name  = "worker"
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/bakery-worker:7"
    environment = [
      { name = "ROUND", value = "north" },
    ]
    secrets = [
      { name = "POST_TOKEN", valueFrom = aws_secretsmanager_secret.post.arn },
    ]
  }])
}

resource "aws_ecs_service" "worker" {
  name            = "bakery-worker"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.worker.arn
}
