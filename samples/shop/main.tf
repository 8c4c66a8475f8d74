# The shop's API on ECS. SEARCH_API_KEY was added with the last release, and nobody has applied it.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_secretsmanager_secret" "database" {
  name = "shop/production/database"
}

resource "aws_secretsmanager_secret" "session" {
  name = "shop/production/session"
}

resource "aws_secretsmanager_secret" "payment" {
  name = "shop/production/payment"
}

resource "aws_secretsmanager_secret" "search" {
  name = "shop/production/search"
}

resource "aws_ecs_task_definition" "api" {
  family                   = "shop-api"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = "arn:aws:iam::123456789012:role/shop-api-execution"

  container_definitions = jsonencode([
    {
      name      = "api"
      image     = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop-api:1.42.0"
      essential = true

      environment = [
        { name = "NODE_ENV", value = "production" },
        { name = "PORT", value = "8080" },
        { name = "LOG_LEVEL", value = "info" },
        { name = "PUBLIC_URL", value = "https://shop.example.com" },
        { name = "DATABASE_HOST", value = "db.shop.internal" },
        { name = "DATABASE_NAME", value = "shop" },
        { name = "DATABASE_USER", value = "shop" },
        { name = "DATABASE_SSL", value = "true" },
        { name = "REDIS_HOST", value = "cache.shop.internal" },
        { name = "SMTP_HOST", value = "smtp.shop.internal" },
      ]

      secrets = [
        { name = "DATABASE_PASSWORD", valueFrom = aws_secretsmanager_secret.database.arn },
        { name = "SESSION_SECRET", valueFrom = aws_secretsmanager_secret.session.arn },
        { name = "PAYMENT_API_KEY", valueFrom = "${aws_secretsmanager_secret.payment.arn}:api_key::" },
        { name = "PAYMENT_WEBHOOK_SECRET", valueFrom = "${aws_secretsmanager_secret.payment.arn}:webhook_secret::" },
        { name = "SEARCH_API_KEY", valueFrom = aws_secretsmanager_secret.search.arn },
      ]
    }
  ])
}

resource "aws_ecs_service" "api" {
  name            = "shop-api"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.api.arn
  desired_count   = 2
  launch_type     = "FARGATE"
}
