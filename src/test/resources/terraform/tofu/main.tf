resource "aws_ecs_task_definition" "api" {
  family                = "terraform"
  container_definitions = jsonencode([{ name = "terraform" }])
}
