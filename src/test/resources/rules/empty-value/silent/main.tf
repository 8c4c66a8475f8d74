resource "aws_ecs_task_definition" "search" {
  family = "search"
  container_definitions = jsonencode([{
    name  = "search"
    image = "library/search:8"
    environment = [
      { name = "INDEX", value = "books" },
      { name = "SYNONYMS", value = "" },
      { name = "RANKING_API_KEY", value = "" },
    ]
  }])
}

resource "aws_ecs_service" "search" {
  name            = "search"
  cluster         = "library"
  task_definition = aws_ecs_task_definition.search.arn
}
