resource "aws_ecs_task_definition" "live" {
  family                = "live"
  container_definitions = jsonencode([{ name = "live", environment = [{ name = "LIVE", value = "1" }] }])
}

/*
resource "aws_ecs_task_definition" "commented" {
  family                = "commented"
  container_definitions = jsonencode([{ name = "commented" }])
}
*/

# resource "aws_ecs_task_definition" "commented_too" {}
