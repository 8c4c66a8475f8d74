module "mailer" {
  source = "./modules/mailer"
  count  = 0
  name   = "mailer"
}
resource "aws_ecs_task_definition" "api" {
  family             = "api"
  execution_role_arn = "arn:aws:iam::123456789012:role/api-execution"
  container_definitions = jsonencode([{
    name    = "api"
    image   = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1"
    secrets = [{ name = "MAIL_API_KEY", valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/api/key" }]
  }])
}

resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = "prod"
  task_definition = one(aws_ecs_task_definition.api[*].arn)
}
