variable "family" {}
variable "environment" { type = map(string) }

resource "aws_ecs_task_definition" "this" {
  family = var.family
  container_definitions = jsonencode([{
    name        = var.family
    image       = var.family
    environment = [for name in sort(keys(var.environment)) : { name = name, value = var.environment[name] }]
  }])
}

output "family" { value = aws_ecs_task_definition.this.family }
