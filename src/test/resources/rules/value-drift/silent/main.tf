resource "aws_db_instance" "tiles" {
  identifier     = "tiles"
  instance_class = "db.t4g.micro"
}

resource "aws_ecs_task_definition" "tiles" {
  family = "tiles"
  container_definitions = jsonencode([{
    name  = "tiles"
    image = "maps/tiles:44"
    environment = [
      { name = "LOG_LEVEL", value = "info" },
      { name = "DATABASE_HOST", value = aws_db_instance.tiles.address },
    ]
  }])
}

resource "aws_ecs_service" "tiles" {
  name            = "tiles"
  cluster         = "maps"
  task_definition = aws_ecs_task_definition.tiles.arn
}
