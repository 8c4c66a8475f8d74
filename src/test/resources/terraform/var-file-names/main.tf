variable "from_tfvars" {}
variable "from_auto" {}
variable "from_auto_json" {}
variable "from_environment" {}
variable "from_option" {}
variable "typed" { type = map(list(number)) }

resource "aws_ecs_task_definition" "values" {
  family = "values"
  container_definitions = jsonencode([{
    name  = "values"
    image = "values"
    environment = concat(
      [for name in [var.from_tfvars, var.from_auto, var.from_auto_json, var.from_environment, var.from_option] : { name = name, value = "1" }],
      [for name, numbers in var.typed : { name = name, value = join(",", numbers) }],
    )
  }])
}
