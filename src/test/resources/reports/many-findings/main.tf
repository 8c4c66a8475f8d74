resource "aws_secretsmanager_secret" "stripe" {
  name = "shop/stripe"
}

resource "aws_secretsmanager_secret" "jwt" {
  name = "shop/jwt"
}

resource "aws_ecs_task_definition" "shop" {
  family             = "shop"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "shop/web:9"
      environment = [
        { name = "PORT", value = "8080" },
        { name = "ADMIN_PASSWORD", value = "a long password of the admin" },
      ]
      secrets = [
        { name = "STRIPE_SECRET_KEY", valueFrom = "${aws_secretsmanager_secret.stripe.arn}:key::" },
        { name = "JWT_SIGNING_KEY", valueFrom = aws_secretsmanager_secret.jwt.arn },
      ]
    },
    {
      name  = "proxy"
      image = "shop/proxy:9"
      environment = [
        { name = "UPSTREAM", value = "127.0.0.1:8080" },
        { name = "UPSTREAM", value = "127.0.0.1:8081" },
      ]
    },
  ])
}

resource "aws_ecs_service" "shop" {
  name            = "shop"
  cluster         = "main"
  task_definition = aws_ecs_task_definition.shop.arn
}
