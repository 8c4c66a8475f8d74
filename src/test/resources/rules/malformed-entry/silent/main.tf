resource "aws_ecs_task_definition" "bikes" {
  family = "bikes"
  container_definitions = jsonencode([{
    name  = "bikes"
    image = "rental/bikes:19"
    environment = [
      { name = "MAP_STYLE", value = "streets" },
      { value = "", name = "BANNER" },
    ]
  }])
}

resource "aws_ecs_service" "bikes" {
  name            = "bikes"
  cluster         = "rental"
  task_definition = aws_ecs_task_definition.bikes.arn
}
