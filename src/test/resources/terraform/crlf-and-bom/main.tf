resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = <<EOT
[{
  "name": "api",
  "environment": [
    {"name": "WINDOWS", "value": "1"}
  ]
}]
EOT
}
