resource "aws_ecs_task_definition" "api" {
  family                = "api"
  container_definitions = file("${path.module}/live.json")
}

resource "aws_ecs_task_definition" "missing" {
  family                = "missing"
  container_definitions = file("missing.json")
}

resource "aws_ecs_task_definition" "outside" {
  family                = "outside"
  container_definitions = file("/etc/hostname")
}
