# As written for Terraform 0.11 and upgraded only where it had to be.
variable log_level { default = "warn" }

resource aws_ecs_task_definition "old" {
  family = "${"old"}"
  container_definitions = <<DEFINITION
[
  { "name": "old", "image": "old:1", "cpu": 10, "memory": 256, "essential": true, "portMappings": [ { "containerPort": 80, "name": "http" } ],
    "environment": [ { "name": "LOG_LEVEL", "value": "${var.log_level}" }, { "name": "ESCAPED", "value": "a\"b\\c" }, { "value": "é", "name": "UNICODE_\u0041" } ] }
]
DEFINITION
}

resource "aws_ecs_service" "old" {
  name            = "old"
  cluster         = "${"old-cluster"}"
  task_definition = "${aws_ecs_task_definition.old.family}:${aws_ecs_task_definition.old.revision}"

  lifecycle { ignore_changes = ["task_definition"] }
}
