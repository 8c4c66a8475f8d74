variable "enable_db" {
  type = bool
}

variable "debug" {
  type    = bool
  default = false
}

variable "create" {
  type = bool
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([
    {
      name = "api"
      environment = concat(
        [{ name = "ALWAYS", value = "1" }],
        var.enable_db ? [{ name = "DB_HOST", value = "db" }, { name = "DB_PORT", value = "5432" }] : [],
        var.debug ? [{ name = "NEVER", value = "1" }] : [],
        [
          var.enable_db ? { name = "EITHER", value = "with" } : { name = "EITHER", value = "without" },
          var.debug ? { name = "NULL_ELEMENT", value = "1" } : null,
          var.enable_db ? { name = "PERHAPS_NULL", value = "1" } : null,
          { name = "SAME", value = var.enable_db ? "a" : "b" },
        ],
      )
      secrets = !var.enable_db ? [] : [{ name = "DB_PASSWORD", valueFrom = "/db/password" }]
    },
    var.enable_db ? { name = "proxy", environment = [{ name = "PROXY", value = "1" }] } : null,
  ])
}

resource "aws_ecs_task_definition" "counted" {
  count  = var.create ? 1 : 0
  family = "counted"
  container_definitions = jsonencode([{
    name = "counted"
    environment = concat(
      [{ name = "COUNTED", value = "1" }],
      var.create ? [{ name = "WITH_IT", value = "1" }] : [],
    )
  }])
}

resource "aws_ecs_task_definition" "arms" {
  family = "arms"
  container_definitions = (
    var.enable_db
    ? jsonencode([{ name = "arms", environment = [{ name = "SHARED", value = "1" }, { name = "TRUE_ARM", value = "1" }] }])
    : jsonencode([{ name = "arms", environment = [{ name = "SHARED", value = "1" }, { name = "FALSE_ARM", value = "1" }] }])
  )
}
