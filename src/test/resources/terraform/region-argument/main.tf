# The AWS provider from version 6 on takes a region on each block.
provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["123456789012"]
}

data "aws_region" "tokyo" {
  region = "ap-northeast-1"
}

resource "aws_secretsmanager_secret" "home" {
  name = "shop/home"
}

resource "aws_secretsmanager_secret" "tokyo" {
  region = "ap-northeast-1"
  name   = "shop/tokyo"
}

resource "aws_ecs_task_definition" "home" {
  family = "home"
  container_definitions = jsonencode([{
    name        = "home"
    environment = [{ name = "TOKYO", value = data.aws_region.tokyo.region }]
    secrets = [
      { name = "HOME", valueFrom = aws_secretsmanager_secret.home.arn },
      { name = "TOKYO_KEY", valueFrom = aws_secretsmanager_secret.tokyo.arn },
    ]
  }])
}

resource "aws_ecs_task_definition" "tokyo" {
  region = "ap-northeast-1"
  family = "tokyo"
  container_definitions = jsonencode([{
    name = "tokyo"
    secrets = [
      { name = "HOME", valueFrom = aws_secretsmanager_secret.home.arn },
      { name = "TOKYO_KEY", valueFrom = aws_secretsmanager_secret.tokyo.arn },
    ]
  }])
}
