resource "aws_ecs_task_definition" "api" {
  family                = "api"
  container_definitions = jsonencode([{ name = "api", environment = [{ name = "A", value = "1" }] }])
}
