# A fleet that is judged by AWS itself: a Distributed Map of Step Functions starts one task on Fargate for each shard of a plan, and then one that
# puts the shards together. docs/fleet.md says how a run is started.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "image" {
  description = "The container image of envgate, in a registry that the tasks can reach"
  type        = string
}

variable "cluster" {
  description = "The ARN of the cluster that the tasks run in"
  type        = string
}

variable "subnet" {
  description = "A subnet from which AWS and the registry can be reached"
  type        = string
}

variable "security_group" {
  description = "A security group that lets the tasks out"
  type        = string
}

variable "reader_roles" {
  description = "The roles that read, one in each account of the fleet"
  type        = list(string)
}

variable "aws_cli" {
  description = "The image that fetches and stores"
  type        = string
  default     = "public.ecr.aws/aws-cli/aws-cli:2.15.0"
}

locals {
  name   = "envgate-fleet"
  bucket = "s3://${aws_s3_bucket.runs.id}/runs/$RUN"

  fetch = {
    name        = "fetch"
    image       = var.aws_cli
    essential   = false
    entryPoint  = ["sh", "-c"]
    mountPoints = [{ sourceVolume = "fleet", containerPath = "/fleet" }, { sourceVolume = "out", containerPath = "/out" }]
  }

  # Nobody's rights, a file system that cannot be written to, and no shell.
  envgate = {
    name                   = "envgate"
    image                  = var.image
    essential              = false
    workingDirectory       = "/fleet"
    readonlyRootFilesystem = true
    dependsOn              = [{ containerName = "fetch", condition = "SUCCESS" }]
    mountPoints            = [{ sourceVolume = "fleet", containerPath = "/fleet", readOnly = true }, { sourceVolume = "out", containerPath = "/out" }]
    environment            = [{ name = "AWS_REGION", value = data.aws_region.here.name }]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        "awslogs-group"         = aws_cloudwatch_log_group.fleet.name
        "awslogs-region"        = data.aws_region.here.name
        "awslogs-stream-prefix" = "fleet"
      }
    }
  }

  # The end of this one is the end of the task, so that the exit code of envgate does not decide whether its result is kept.
  store = {
    name        = "store"
    image       = var.aws_cli
    essential   = true
    entryPoint  = ["sh", "-c"]
    dependsOn   = [{ containerName = "envgate", condition = "COMPLETE" }]
    mountPoints = [{ sourceVolume = "out", containerPath = "/out" }]
  }
}

data "aws_region" "here" {}

resource "aws_s3_bucket" "runs" {
  bucket_prefix = local.name
}

resource "aws_s3_bucket_lifecycle_configuration" "runs" {
  bucket = aws_s3_bucket.runs.id

  rule {
    id     = "old-runs"
    status = "Enabled"

    filter {
      prefix = "runs/"
    }

    expiration {
      days = 30
    }
  }
}

resource "aws_cloudwatch_log_group" "fleet" {
  name              = "/ecs/${local.name}"
  retention_in_days = 14
}

resource "aws_ecs_task_definition" "shard" {
  family                   = "${local.name}-shard"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 2048
  memory                   = 4096
  execution_role_arn       = aws_iam_role.start.arn
  task_role_arn            = aws_iam_role.task.arn

  container_definitions = jsonencode([
    merge(local.fetch, { command = ["aws s3 sync --only-show-errors ${local.bucket}/fleet /fleet && chmod 777 /out"] }),
    local.envgate,
    merge(local.store, { command = ["aws s3 cp --only-show-errors --recursive /out ${local.bucket}/shards"] }),
  ])

  volume {
    name = "fleet"
  }

  volume {
    name = "out"
  }
}

resource "aws_ecs_task_definition" "merge" {
  family                   = "${local.name}-merge"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 4096
  execution_role_arn       = aws_iam_role.start.arn
  task_role_arn            = aws_iam_role.task.arn

  container_definitions = jsonencode([
    merge(local.fetch, { command = ["aws s3 sync --only-show-errors ${local.bucket}/shards /fleet && chmod 777 /out"] }),
    merge(local.envgate, {
      command = ["fleet", "merge", ".", "--report", "text=-", "--report", "json=/out/fleet.json"]
    }),
    merge(local.store, {
      command = ["aws s3 cp --only-show-errors --recursive /out ${local.bucket}/report && grep -q '^  \"verdict\" : \"pass\"' /out/fleet.json"]
    }),
  ])

  volume {
    name = "fleet"
  }

  volume {
    name = "out"
  }
}

resource "aws_sfn_state_machine" "fleet" {
  name     = local.name
  role_arn = aws_iam_role.machine.arn

  definition = templatefile("${path.module}/state-machine.asl.json", {
    cluster        = var.cluster
    shard          = aws_ecs_task_definition.shard.arn
    merge          = aws_ecs_task_definition.merge.arn
    subnet         = var.subnet
    security_group = var.security_group
  })
}

# What the tasks may: read the fleet and write the results of a run, and become those who read in the accounts.
data "aws_iam_policy_document" "task" {
  statement {
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.runs.arn]
  }

  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${aws_s3_bucket.runs.arn}/runs/*"]
  }

  statement {
    actions   = ["sts:AssumeRole"]
    resources = var.reader_roles
  }
}

data "aws_iam_policy_document" "machine" {
  statement {
    actions   = ["ecs:RunTask"]
    resources = [aws_ecs_task_definition.shard.arn, aws_ecs_task_definition.merge.arn]
  }

  statement {
    actions   = ["ecs:StopTask", "ecs:DescribeTasks"]
    resources = ["*"]
  }

  statement {
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.start.arn, aws_iam_role.task.arn]
  }

  # How Step Functions learns that a task has ended.
  statement {
    actions   = ["events:PutTargets", "events:PutRule", "events:DescribeRule"]
    resources = ["arn:aws:events:*:*:rule/StepFunctionsGetEventsForECSTaskRule"]
  }

  # A Distributed Map starts an execution of the same machine for each item.
  statement {
    actions   = ["states:StartExecution", "states:DescribeExecution", "states:StopExecution"]
    resources = ["arn:aws:states:*:*:stateMachine:${local.name}", "arn:aws:states:*:*:execution:${local.name}*"]
  }
}

data "aws_iam_policy_document" "trust" {
  for_each = toset(["ecs-tasks", "states"])

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["${each.key}.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "start" {
  name               = "${local.name}-start"
  assume_role_policy = data.aws_iam_policy_document.trust["ecs-tasks"].json
}

resource "aws_iam_role_policy_attachment" "start" {
  role       = aws_iam_role.start.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_iam_role" "task" {
  name               = "${local.name}-task"
  assume_role_policy = data.aws_iam_policy_document.trust["ecs-tasks"].json
}

resource "aws_iam_role_policy" "task" {
  role   = aws_iam_role.task.id
  policy = data.aws_iam_policy_document.task.json
}

resource "aws_iam_role" "machine" {
  name               = "${local.name}-machine"
  assume_role_policy = data.aws_iam_policy_document.trust["states"].json
}

resource "aws_iam_role_policy" "machine" {
  role   = aws_iam_role.machine.id
  policy = data.aws_iam_policy_document.machine.json
}

output "bucket" {
  description = "Where the fleet of a run goes, and where its report is"
  value       = aws_s3_bucket.runs.id
}

output "state_machine" {
  description = "What starts a run"
  value       = aws_sfn_state_machine.fleet.arn
}
