variable "flagged" {
  type    = bool
  default = true
}

variable "level" {
  type = string
}

resource "aws_ecs_task_definition" "mailer" {
  family = "mailer"
  container_definitions = jsonencode([{
    name = "mailer"
    environment = concat(
      [{ name = "LEVEL", value = var.level }],
      var.flagged ? [{ name = "FLAGGED", value = "1" }] : [],
    )
  }])
}
