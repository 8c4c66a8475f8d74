resource "aws_ecs_task_definition" "lamp" {
  family = "lamp"
  container_definitions = jsonencode([{
    name        = "lamp"
    image       = "lamp/api:1.0"
    environment = [{ name = "LAMP_COLOUR", value = "red" }]
  }])
}
