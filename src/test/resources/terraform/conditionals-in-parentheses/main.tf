variable "plan" { default = "team" }
variable "region" {}

locals {
  base = [{ name = "PLAN", value = var.plan }, { name = "BASE", value = "1" }]

  limits = (
    var.plan == "free" ? [
      { name = "MAX_SEATS", value = "1" }
    ] :
    var.plan == "team" ? [
      { name = "MAX_SEATS", value = "20" },
      { name = "TEAM_INVITES", value = "on" }
    ] :
    []
  )

  regional = (
    var.region == "eu"
    ? [{ name = "GDPR", value = "1" }]
    : (
      var.region == "us"
      ? [{ name = "CCPA", value = "1" }]
      : []
    )
  )
}

resource "aws_ecs_task_definition" "seats" {
  family = "seats"
  container_definitions = jsonencode([
    { name = "seats", image = "seats", environment = concat(local.base, local.limits, local.regional) },
    { name = "side", image = "side", environment = concat(
      local.base, (
        (var.plan != "free" && var.region != "")
        ? [{ name = "SIDE_ENABLED", value = "1" }]
        : []
      )
    ) }
  ])
}
