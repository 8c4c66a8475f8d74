resource "aws_db_instance" "shop" {
  identifier     = "shop"
  instance_class = "db.t4g.micro"
}

resource "aws_ecs_task_definition" "web" {
  family = "web"

  container_definitions = jsonencode([
    {
      name  = "web"
      image = "shop/web:1"

      environment = [
        { name = "LOG_LEVEL", value = "info" },
        { name = "DATABASE_HOST", value = aws_db_instance.shop.address },
      ]
    },
  ])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.web.arn
}
