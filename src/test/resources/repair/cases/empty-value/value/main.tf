resource "aws_ecs_task_definition" "search" {
  family = "search"
  container_definitions = jsonencode([{
    name  = "search"
    image = "shop/search:3"
    environment = [
      { name = "SENDER", value = "post@example.com" },
      { name = "RANKING_URL", value = "" }, # not yet
    ]
  }])
}

resource "aws_ecs_service" "search" {
  name            = "search"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.search.arn
}
