# Templates that stand in strings: names keep the lines of the heredoc they are written in.
locals {
  template = <<-EOT
    [
      {
        "name": "web",
        "image": "$${image}",
        "environment": [
          { "name": "FIRST", "value": "$${first}" },
          {
            "name": "$${prefix}_SECOND",
            "value": "two"
          }
        ],
        "secrets": $${secrets}
      }
    ]
  EOT
}

variable "image" {
  type = string
}

resource "aws_secretsmanager_secret" "key" {
  name = "app/key"
}

resource "aws_ecs_task_definition" "string" {
  family = "string"
  container_definitions = templatestring(local.template, {
    image  = var.image
    first  = "one"
    prefix = "APP"
    secrets = jsonencode([
      { name = "KEY", valueFrom = aws_secretsmanager_secret.key.arn },
    ])
  })
}

# What is not known of the template's own text leaves the rest known.
locals {
  partly = <<-EOT
    [
      {
        "name": "worker",
        "image": "${var.image}",
        "environment": [
          { "name": "STAGE", "value": "$${stage}" }
        ],
        "secrets": ${jsonencode([{ name = "DSN", valueFrom = aws_secretsmanager_secret.key.arn }])}
      }
    ]
  EOT
}

resource "aws_ecs_task_definition" "partly" {
  family                = "partly"
  container_definitions = templatestring(local.partly, { stage = "prod" })
}

# Parts that do not follow each other in the file.
locals {
  tail = "\"environment\": [{ \"name\": \"$${late}\", \"value\": \"1\" }] }]"
  head = "[{ \"name\": \"joined\", "
  both = "${local.head}${local.tail}"
}

resource "aws_ecs_task_definition" "joined" {
  family                = "joined"
  container_definitions = templatestring(local.both, { late = "LATE" })
}
