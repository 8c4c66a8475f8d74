variable "lamp_token_arn" {
  default = ""
}

resource "aws_ecs_task_definition" "lamp" {
  family             = "lamp"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs"
  container_definitions = jsonencode([{
    name    = "lamp"
    image   = "lamp/api:1.0"
    secrets = [{ name = "LAMP_TOKEN", valueFrom = var.lamp_token_arn }]
  }])
}
