variable "mail" {
  default = "ses"
}

variable "redis" {
  type = bool
}

resource "aws_ecs_task_definition" "notify" {
  family = "notify"
  container_definitions = templatefile("${path.module}/notify.json.tftpl", {
    mail  = var.mail
    redis = var.redis
    extra = { "NOTIFY_SHARD" = 1, "NOTIFY_ZONE" = "a" }
  })
}
