terraform {
  required_version = ">= 1.0"
}

resource "aws_ecs_service" "api" {
  name = "api"

  lifecycle {
    ignore_changes = [task_definition]
  }

  deployment_circuit_breaker { enable = true }
  dynamic "x" {}
}
empty {}
empty_lines {

}
unquoted label "and quoted" {}
tight"label"{a=1}
escaped "a\"b\u00e9" "$${x}" {}
variable "x" { # a comment
  type = string
} // another
/* a comment
   of two lines */ output "y" { value = "}" }
for {}
a-b = 1
null = 2
größe = 3
名前 "x" {}
