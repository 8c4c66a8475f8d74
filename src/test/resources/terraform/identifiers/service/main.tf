variable "db_secret_arn" {
  type    = string
  default = ""
}

variable "token_secret_arn" {
  type    = string
  default = null
}

resource "aws_kms_key" "key" {
  description = "for the service"
}

resource "aws_ecs_task_definition" "this" {
  family = "service"
  container_definitions = jsonencode([{
    name = "app"
    environment = concat(
      [{ name = "KEY_ID", value = coalesce(aws_kms_key.key.key_id, "none") }],
      aws_kms_key.key.id != "" ? [{ name = "KEY", value = "set" }] : [],
      aws_kms_key.key.policy != "" ? [{ name = "POLICY", value = "set" }] : [],
    )
    secrets = concat(
      var.db_secret_arn != "" ? [{ name = "DB", valueFrom = "${var.db_secret_arn}:password::" }] : [],
      var.token_secret_arn == null ? [] : [{ name = "TOKEN", valueFrom = coalesce(var.token_secret_arn, "none") }],
      [for arn in compact([var.db_secret_arn]) : { name = "COMPACT", valueFrom = arn }],
    )
  }])
}
