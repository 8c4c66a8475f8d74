variable "env" {}

variable "level" {
  default = "planted-level-of-staging"
}

resource "aws_ecs_service" "web" {
  name            = "web-${var.env}"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.web.arn
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name = "web"
    environment = concat(
      [{ name = "MAIL_HOST", value = var.level }],
      var.env == "staging" ? [{ name = "DEBUG_TOOLS", value = "planted-tools" }] : [],
    )
    secrets = [
      { name = "SESSION_KEY", valueFrom = "/shop/session" },
      { name = "API_TOKEN", valueFrom = "/shop/${var.env}/token" },
    ]
  }])
}
