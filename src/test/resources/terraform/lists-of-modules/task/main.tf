variable "name" { type = string }
variable "environment" { type = list(object({ name = string, value = string })) }
variable "secrets" {
  type    = list(map(string))
  default = []
}

resource "aws_ecs_task_definition" "task" {
  family             = var.name
  execution_role_arn = "arn:aws:iam::123456789012:role/task"
  container_definitions = jsonencode([{
    name        = var.name
    image       = var.name
    environment = var.environment
    secrets     = var.secrets
  }])
}
