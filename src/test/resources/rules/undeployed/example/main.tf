resource "aws_secretsmanager_secret" "suggestions" {
  name = "kitchen/suggestions"
}

resource "aws_ecs_task_definition" "recipes" {
  family             = "recipes"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "recipes"
    image       = "kitchen/recipes:72"
    environment = [{ name = "UNITS", value = "metric" }]
    secrets     = [{ name = "SUGGESTIONS_API_KEY", valueFrom = aws_secretsmanager_secret.suggestions.arn }]
  }])
}

resource "aws_ecs_service" "recipes" {
  name            = "recipes"
  cluster         = "kitchen"
  task_definition = aws_ecs_task_definition.recipes.arn
}
