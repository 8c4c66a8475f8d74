variable "tag" {
  default = "latest"
}

data "template_file" "api" {
  template = file("${path.module}/api.json")

  vars = {
    tag   = var.tag
    level = "debug"
    arn   = aws_ssm_parameter.key.arn
  }
}

resource "aws_ssm_parameter" "key" {
  name  = "/api/key"
  type  = "SecureString"
  value = "unknown"
}

resource "aws_ecs_task_definition" "api" {
  family                = "api"
  container_definitions = data.template_file.api.rendered
}

data "template_file" "inline" {
  template = <<EOF
[{"name": "inline", "environment": [{"name": "A", "value": "$${a}"}]}]
EOF

  vars = {
    a = "1"
  }
}

resource "aws_ecs_task_definition" "inline" {
  family                = "inline"
  container_definitions = data.template_file.inline.rendered
}
