resource "aws_ecs_task_definition" "tiles" {
  family = "tiles"
  container_definitions = jsonencode([{
    name  = "tiles"
    image = "maps/tiles:44"
    environment = [
      { name = "LOG_LEVEL", value = "info" },
      { name = "CACHE_SIZE", value = "1024" },
    ]
  }])
}

resource "aws_ecs_service" "tiles" {
  name            = "tiles"
  cluster         = "maps"
  task_definition = aws_ecs_task_definition.tiles.arn
}
