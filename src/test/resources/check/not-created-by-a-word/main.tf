resource "aws_ecs_task_definition" "mailer" {
  count              = "none"
  family             = "mailer"
  execution_role_arn = "arn:aws:iam::123456789012:role/mailer-execution"
  container_definitions = jsonencode([{
    name    = "mailer"
    image   = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/mailer:1"
    secrets = [{ name = "MAIL_API_KEY", valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/mailer/key" }]
  }])
}

resource "aws_ecs_service" "mailer" {
  count              = "none"
  name            = "mailer"
  cluster         = "prod"
  task_definition = one(aws_ecs_task_definition.mailer[*].arn)
}
