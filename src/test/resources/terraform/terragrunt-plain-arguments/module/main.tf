variable "flagged" {
  type    = bool
  default = true
}

variable "level" {
  type = string
}

variable "region" {
  default = "us"
}

variable "names" {
  type    = list(string)
  default = []
}

variable "unit" {}
variable "own" {}
variable "work" {}

resource "aws_ecs_task_definition" "mailer" {
  family = "mailer"
  container_definitions = jsonencode([{
    name = "mailer"
    environment = concat(
      [
        { name = "LEVEL", value = var.level },
        { name = "REGION", value = var.region },
        { name = "UNIT", value = var.unit },
        { name = "OWN", value = var.own },
        { name = "WORK", value = var.work },
      ],
      var.flagged ? [{ name = "FLAGGED", value = "1" }] : [],
      [for name in var.names : { name = name, value = "1" }],
    )
  }])
}
