resource "aws_secretsmanager_secret" "menu" {
  name = "bakery/menu"
}

resource "aws_ecs_task_definition" "bakery" {
  family             = "bakery"
  execution_role_arn = "arn:aws:iam::123456789012:role/bakery"
  container_definitions = jsonencode([{
    name  = "bakery"
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/bakery:7"
    secrets = [
      { name = "MENU_TOKEN", valueFrom = aws_secretsmanager_secret.menu.arn },
    ]
  }])
}

resource "aws_ecs_service" "bakery" {
  name            = "bakery"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.bakery.arn
}
