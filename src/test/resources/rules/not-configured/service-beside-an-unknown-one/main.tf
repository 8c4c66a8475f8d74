resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([{
    name        = "orders"
    image       = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:7"
    environment = [{ name = "ORDERS_URL", value = "https://orders.example.com" }]
  }])
}

resource "aws_ecs_task_definition" "mailer" {
  family = "mailer"
  container_definitions = jsonencode([{
    name        = "mailer"
    image       = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/mailer:7"
    environment = [{ name = "SMTP_HOST", value = "mail.example.com" }]
  }])
}

# Which directory this one runs cannot be told: it may be all of them.
resource "aws_ecs_task_definition" "night" {
  family = "night"
  container_definitions = jsonencode([{
    name  = "night"
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/everything:7"
  }])
}

resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.orders.arn
}

resource "aws_ecs_service" "mailer" {
  name            = "mailer"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.mailer.arn
}
