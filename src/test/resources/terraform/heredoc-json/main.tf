variable "environment" {
  default = "prod"
}

variable "log_level" {
  type = string
}

resource "aws_secretsmanager_secret" "token" {
  name = "${var.environment}/token"
}

resource "aws_ecs_task_definition" "plain" {
  family = "plain-${var.environment}"

  container_definitions = <<DEFINITION
[
  {
    "name": "plain",
    "image": "plain:latest",
    "portMappings": [{"name": "http", "containerPort": 80}],
    "environment": [
      {"name": "ENVIRONMENT", "value": "${var.environment}"},
      {"name": "LOG_LEVEL", "value": "${var.log_level}"},
      {"value": "a \"quoted\" text", "name": "QUOTED"}
    ],
    "secrets": [
      {"valueFrom": "${aws_secretsmanager_secret.token.arn}", "name": "TOKEN"}
    ]
  }
]
DEFINITION
}

resource "aws_ecs_task_definition" "indented" {
  family                = "indented"
  container_definitions = <<-JSON
    [
      {
        "name": "indented",
        "environment": [
          { "name": "FIRST", "value": "$${not a variable}" },
          { "name": "SECOND", "value": "2" }
        ]
      }
    ]
  JSON
}
