variable "env" {}

resource "aws_ecs_cluster" "main" {
  name = "main-${var.env}"
}

data "aws_ecs_cluster" "shared" {
  cluster_name = "shared"
}

resource "aws_ecs_task_definition" "a" {
  family                = "a-${var.env}"
  container_definitions = jsonencode([{ name = "a" }])

  lifecycle {
    ignore_changes = [
      cpu,
      container_definitions,
    ]
  }
}

resource "aws_ecs_task_definition" "b" {
  count                 = 1
  family                = "b"
  container_definitions = jsonencode([{ name = "b" }])
}

data "aws_ecs_task_definition" "a" {
  task_definition = aws_ecs_task_definition.a.family
}

resource "aws_ecs_service" "by_arn" {
  name            = "by-arn"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.a.arn

  lifecycle {
    ignore_changes = [task_definition, desired_count]
  }
}

resource "aws_ecs_service" "by_family" {
  name            = "by-family"
  cluster         = aws_ecs_cluster.main.arn
  task_definition = "${aws_ecs_task_definition.a.family}:${max(aws_ecs_task_definition.a.revision, data.aws_ecs_task_definition.a.revision)}"

  lifecycle {
    ignore_changes = all
  }
}

resource "aws_ecs_service" "by_data" {
  name            = "by-data"
  cluster         = data.aws_ecs_cluster.shared.arn
  task_definition = data.aws_ecs_task_definition.a.arn

  lifecycle {
    ignore_changes = ["task_definition"]
  }
}

resource "aws_ecs_service" "by_index" {
  name            = "by-index"
  cluster         = "arn:aws:ecs:eu-west-1:123456789012:cluster/written"
  task_definition = aws_ecs_task_definition.b[0].arn

  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_ecs_service" "by_text" {
  name            = "by-text"
  task_definition = "b:7"
}

resource "aws_ecs_service" "by_splat" {
  count           = 2
  name            = "by-splat-${count.index}"
  cluster         = aws_ecs_cluster.main.name
  task_definition = join("", aws_ecs_task_definition.b.*.arn)
}

resource "aws_ecs_service" "either" {
  name            = "either"
  cluster         = aws_ecs_cluster.main.id
  task_definition = var.env == "prod" ? aws_ecs_task_definition.a.arn : aws_ecs_task_definition.b[0].arn
}

resource "aws_ecs_service" "elsewhere" {
  name            = "elsewhere"
  task_definition = "not-in-terraform:3"
}
