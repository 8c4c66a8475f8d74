variable "project" { default = "atlas" }
variable "stage" {}
variable "sidecars" { default = ["proxy", "agent"] }

data "aws_region" "current" {}

resource "aws_ecs_task_definition" "main" {
  family = join("-", [var.project, var.stage])
  container_definitions = jsonencode(concat(
    [
      { name = "${var.project}-api", image = "a", environment = [{ name = "API", value = "1" }] },
      { name = format("%s-%s", var.project, var.stage), image = "b", environment = [{ name = "STAGED", value = "1" }] },
      { name = var.stage == "prod" ? "live" : "test", image = "c", environment = [{ name = "EITHER", value = "1" }] },
      { "Name" : "upper", "Image" : "d", "Environment" : [{ "Name" : "UPPER", "Value" : "1" }] },
    ],
    [for sidecar in var.sidecars : { name = sidecar, image = sidecar, environment = [{ name = "SIDECAR", value = sidecar }] }],
  ))
}
