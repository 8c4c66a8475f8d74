resource "aws_ecs_task_definition" "dead" {
  family                = "dead"
  container_definitions = jsonencode([{ name = "dead" }])
}
