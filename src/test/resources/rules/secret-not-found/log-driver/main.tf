resource "aws_ecs_task_definition" "catalogue" {
  family             = "catalogue"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name                  = "catalogue"
    image                 = "registry.example.org/catalogue:9"
    environment           = [{ name = "PAGE_SIZE", value = "20" }]
    repositoryCredentials = { credentialsParameter = "arn:aws:secretsmanager:us-east-1:123456789012:secret:library/registry-Vb3nMk" }
    logConfiguration = {
      logDriver = "splunk"
      secretOptions = [
        { name = "splunk-token", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:library/splunk-Qm7tRw" },
        { name = "splunk-url", valueFrom = "/library/splunk-url" },
      ]
    }
  }])
}

resource "aws_ecs_service" "catalogue" {
  name            = "catalogue"
  cluster         = "library"
  task_definition = aws_ecs_task_definition.catalogue.arn
}
