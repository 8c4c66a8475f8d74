variable "environment" {
  type = map(string)
}

resource "aws_ecs_task_definition" "this" {
  family                = "task"
  container_definitions = templatefile("${path.module}/task.json", { environment = var.environment })
}

output "task_definition" {
  value = "${aws_ecs_task_definition.this.family}:${aws_ecs_task_definition.this.revision}"
}
