variable "environment" { type = string }
variable "settings" {
  type    = map(string)
  default = {}
}
variable "secret_names" { type = list(string) }

resource "aws_ecs_task_definition" "service" {
  family = "service-${var.environment}"
  container_definitions = jsonencode([{
    name        = "service"
    image       = "service"
    environment = [for name, value in var.settings : { name = name, value = value }]
    secrets     = [for name in var.secret_names : { name = name, valueFrom = "/${var.environment}/${lower(name)}" }]
  }])
}
