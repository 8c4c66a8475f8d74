variable "search" {
  type = bool
}

resource "aws_ecs_task_definition" "catalogue" {
  family             = "catalogue"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"

  container_definitions = jsonencode([{
    name    = "catalogue"
    image   = "library/catalogue:2"
    secrets = var.search ? [{ name = "SEARCH_TOKEN", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:library/search-AbCdEf" }] : []
  }])
}

resource "aws_ecs_service" "catalogue" {
  name            = "catalogue"
  cluster         = "library"
  task_definition = aws_ecs_task_definition.catalogue.arn
}
