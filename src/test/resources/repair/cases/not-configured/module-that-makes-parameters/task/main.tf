variable "db_password" {
  description = "The password of the user blog."
  type        = string
  sensitive   = true
}

resource "aws_ssm_parameter" "db_password" {
  name        = "/blog/db-password"
  description = "The password of the user blog."
  type        = "SecureString"
  value       = var.db_password
}

resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "blog"
    image = "b:1"
    secrets = [
      { name = "DB_PASSWORD", valueFrom = aws_ssm_parameter.db_password.arn },
    ]
  }])
}

output "arn" {
  value = aws_ecs_task_definition.blog.arn
}
