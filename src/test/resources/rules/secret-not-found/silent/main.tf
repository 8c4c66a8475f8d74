resource "aws_ecs_task_definition" "catalogue" {
  family             = "catalogue"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "catalogue"
    image       = "library/catalogue:9"
    environment = [{ name = "PAGE_SIZE", value = "20" }]
    secrets     = [{ name = "ISBN_API_TOKEN", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:library/isbn-Vb3nMk" }]
  }])
}

resource "aws_ecs_service" "catalogue" {
  name            = "catalogue"
  cluster         = "library"
  task_definition = aws_ecs_task_definition.catalogue.arn
}
