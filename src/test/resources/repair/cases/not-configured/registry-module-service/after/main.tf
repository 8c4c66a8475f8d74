resource "aws_secretsmanager_secret" "db_password" {
  name = "blog/db-password"
}

resource "aws_secretsmanager_secret" "api_key" {
  name = "blog/api-key"
}

module "ecs_service" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "5.11.4"

  name        = "blog"
  cluster_arn = "arn:aws:ecs:us-east-1:123456789012:cluster/b"

  container_definitions = {
    blog = {
      image = "b:1"
      secrets = [
        { name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.db_password.arn },
        { name = "API_KEY", valueFrom = aws_secretsmanager_secret.api_key.arn },
      ]
    }
  }
}
