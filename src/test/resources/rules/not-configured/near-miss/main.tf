resource "aws_ecs_task_definition" "captions" {
  family             = "captions"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "captions"
    image = "studio/captions:14"
    environment = [
      { name = "LANGUAGE", value = "en" },
      { name = "MAX_SPEEKERS", value = "8" },
      { name = "SPEAKERS_MAX_AGE", value = "8" },
    ]
    secrets = [
      { name = "HUGGINGFACE_TOKEN", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:studio/hf-Lo93Kd" },
      { name = "GOVUK_NOTIFY_API_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:studio/notify-Rt30Kd" },
    ]
  }])
}

resource "aws_ecs_service" "captions" {
  name            = "captions"
  cluster         = "studio"
  task_definition = aws_ecs_task_definition.captions.arn
}
