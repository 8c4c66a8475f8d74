variable "name" {
  type = string
}

variable "environment" {
  type = map(string)
}

resource "aws_ecs_task_definition" "this" {
  family = "svc-${var.name}"
  container_definitions = jsonencode([{
    name        = var.name
    environment = [for k, v in var.environment : { name = k, value = v }]
  }])
}

output "family" {
  value = aws_ecs_task_definition.this.family
}

output "arn" {
  value = aws_ecs_task_definition.this.arn
}
