variable "suggestions" {
  type = bool
}

resource "aws_ecs_task_definition" "recipes" {
  family             = "recipes"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "recipes"
    image       = "kitchen/recipes:72"
    environment = [{ name = "UNITS", value = "metric" }]
    secrets     = var.suggestions ? [{ name = "SUGGESTIONS_API_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:kitchen/suggestions-Ws2xEd" }] : []
  }])
}

resource "aws_ecs_service" "recipes" {
  name            = "recipes"
  cluster         = "kitchen"
  task_definition = aws_ecs_task_definition.recipes.arn
}
