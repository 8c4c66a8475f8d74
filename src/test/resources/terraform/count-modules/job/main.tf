variable "name" {}
variable "parent" { default = "" }

resource "aws_ecs_task_definition" "job" {
  family                = "job-${var.name}"
  container_definitions = jsonencode([{ name = var.name, image = "job", environment = concat([{ name = "JOB", value = var.name }], var.parent == "" ? [] : [{ name = "JOB_PARENT", value = var.parent }]) }])
}

output "name" { value = var.name }
