data "aws_secretsmanager_secret" "bus" {
  name = "bakery/dev/bus"
}

resource "aws_secretsmanager_secret" "mail" {
  name = "bakery/dev/mail"
}

resource "aws_lambda_function" "newsletter" {
  function_name = "newsletter"
  role          = "arn:aws:iam::123456789012:role/newsletter"
  environment {
    variables = {
      MAIL_SECRET = aws_secretsmanager_secret.mail.arn
      TILL        = "/bakery/dev/till"
    }
  }
}

resource "aws_ecs_task_definition" "bakery" {
  family             = "bakery"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "bakery"
    image = "bakery/shop:4"
    environment = [
      { name = "OVENS", value = "3" },
      { name = "SCALES_SECRET", value = join("/", ["bakery", "dev", "scales"]) },
    ]
    secrets = [
      { name = "DATABASE_URL", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:bakery/dev/database-Qr7tYu:url::" },
      { name = "BREAD", valueFrom = "/bakery/dev/bread" },
    ]
  }])
}

resource "aws_ecs_service" "bakery" {
  name            = "bakery"
  cluster         = "market"
  task_definition = aws_ecs_task_definition.bakery.arn
}
