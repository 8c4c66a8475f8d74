resource "aws_ecs_task_definition" "billing" {
  family = "billing"
  container_definitions = jsonencode([{
    name        = "billing"
    image       = "billing/api:2.7"
    environment = [{ name = "PAGE_SIZE", value = "20" }]
    logConfiguration = {
      logDriver     = "splunk"
      options       = { splunk-url = "https://logs.example.com" }
      secretOptions = [{ name = "splunk-token", valueFrom = aws_secretsmanager_secret.splunk.arn }]
    }
  }])
}

resource "aws_ecs_service" "billing" {
  name            = "billing"
  cluster         = "finance"
  task_definition = aws_ecs_task_definition.billing.arn
}

resource "aws_secretsmanager_secret" "splunk" {
  name = "billing/splunk"
}
