resource "aws_secretsmanager_secret" "db_password" {
  name = "blog/db-password"
}

resource "aws_secretsmanager_secret" "api_key" {
  name = "blog/api-key"
}

module "container_definition" {
  source  = "cloudposse/ecs-container-definition/aws"
  version = "0.61.1"

  container_name  = "blog"
  container_image = "b:1"
  map_secrets = {
    DB_PASSWORD = aws_secretsmanager_secret.db_password.arn
  }
}

resource "aws_ecs_task_definition" "blog" {
  family                = "blog"
  execution_role_arn    = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = module.container_definition.json_map_encoded_list
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "b"
  task_definition = aws_ecs_task_definition.blog.arn
}
