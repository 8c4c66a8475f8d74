variable "secrets" { type = map(string) }

resource "aws_ecs_task_definition" "this" {
  family             = "task"
  execution_role_arn = "arn:aws:iam::123456789012:role/task"
  container_definitions = jsonencode([{
    name    = "task"
    image   = "task"
    secrets = [for name, arn in var.secrets : { name = name, valueFrom = arn }]
  }])
}
