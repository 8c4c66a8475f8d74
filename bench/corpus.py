"""Writes Terraform of any size that reads like a team's: every root is valid, and always the same for the same numbers."""

import pathlib
import shutil

HEADER = """\
# {title}: owned by the {team} team.
# Changes go through the platform review; see docs/runbooks/{name}.md.

"""

SETTINGS = """\
variable "{name}_retention_days" {{
  description = "How many days the logs of {name} are kept"
  type        = number
  default     = {retention}
}}

variable "{name}_settings" {{
  description = "What the {name} service is told beside its secrets"
  type = object({{
    log_level = optional(string, "info")
    workers   = optional(number, 4)
    features  = optional(map(string), {{}})
  }})
  default = {{
    workers = {workers}
  }}
}}

locals {{
  {name}_name = "${{var.project}}-{name}-${{var.environment}}"
  {name}_tags = merge(local.tags, {{
    Service = "{name}"
    Team    = "{team}"
  }})
  {name}_ports = [for port in [{port}, {port} + 1] : port if port > 1024]
}}

"""

NETWORK = """\
resource "aws_security_group" "{name}" {{
  name        = local.{name}_name
  description = "What may reach {name}, and what {name} may reach"
  vpc_id      = var.vpc_id
  tags        = local.{name}_tags

  dynamic "ingress" {{
    for_each = toset([for port in local.{name}_ports : tostring(port)])

    content {{
      description = "Port ${{ingress.value}} from inside of the network"
      from_port   = tonumber(ingress.value)
      to_port     = tonumber(ingress.value)
      protocol    = "tcp"
      cidr_blocks = ["10.{octet}.0.0/16", "10.{octet}.128.0/17"]
    }}
  }}

  egress {{
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }}

  lifecycle {{
    create_before_destroy = true
  }}
}}

"""

LOGS = """\
resource "aws_cloudwatch_log_group" "{name}" {{
  name              = "/ecs/${{local.{name}_name}}"
  retention_in_days = var.environment == "production" ? var.{name}_retention_days : 7
  tags              = local.{name}_tags
}}

resource "aws_cloudwatch_metric_alarm" "{name}_errors" {{
  alarm_name          = "${{local.{name}_name}}-errors"
  alarm_description   = <<-EOT
    More than ${{var.{name}_settings.workers * 10}} errors in five minutes.
    Look at ${{aws_cloudwatch_log_group.{name}.name}} first, then at the deploys of the last hour.
  EOT
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  metric_name         = "Errors"
  namespace           = "Custom/{title}"
  period              = 300
  statistic           = "Sum"
  threshold           = var.{name}_settings.workers * 10
  treat_missing_data  = "notBreaching"
  tags                = local.{name}_tags
}}

"""

ROLE = """\
resource "aws_iam_role" "{name}" {{
  name = "${{local.{name}_name}}-task"
  tags = local.{name}_tags

  assume_role_policy = jsonencode({{
    Version = "2012-10-17"
    Statement = [{{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = {{ Service = "ecs-tasks.amazonaws.com" }}
    }}]
  }})
}}

resource "aws_iam_role_policy" "{name}_queue" {{
  name = "queue"
  role = aws_iam_role.{name}.id

  policy = jsonencode({{
    Version = "2012-10-17"
    Statement = [
      {{
        Effect   = "Allow"
        Action   = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = [aws_sqs_queue.{name}.arn, aws_sqs_queue.{name}_dead.arn]
      }},
      {{
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${{aws_cloudwatch_log_group.{name}.arn}}:*"
      }},
    ]
  }})
}}

"""

QUEUE = """\
resource "aws_sqs_queue" "{name}" {{
  name                       = local.{name}_name
  visibility_timeout_seconds = {timeout}
  message_retention_seconds  = 4 * 24 * 60 * 60
  tags                       = local.{name}_tags

  # A message that fails this often is looked at by a person.
  redrive_policy = jsonencode({{
    deadLetterTargetArn = aws_sqs_queue.{name}_dead.arn
    maxReceiveCount     = {retries}
  }})
}}

resource "aws_sqs_queue" "{name}_dead" {{
  name = "${{local.{name}_name}}-dead"
  tags = local.{name}_tags
}}

output "{name}_queue_url" {{
  description = "Where {name} takes its work from"
  value       = aws_sqs_queue.{name}.url
}}
"""

SERVICE = """\

resource "aws_secretsmanager_secret" "{name}" {{
  for_each = toset([{secret_names}])
  name     = "${{local.{name}_name}}/${{each.key}}"
  tags     = local.{name}_tags
}}

resource "aws_ecs_task_definition" "{name}" {{
  family                   = local.{name}_name
  cpu                      = 512
  memory                   = 1024
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  task_role_arn            = aws_iam_role.{name}.arn
  execution_role_arn       = var.execution_role_arn

  container_definitions = jsonencode([
    {{
      name         = "{name}"
      image        = "${{var.registry}}/{name}:${{var.image_tag}}"
      essential    = true
      portMappings = [for port in local.{name}_ports : {{ containerPort = port }}]
      environment = concat(
        [for key, value in var.{name}_settings.features : {{ name = upper(key), value = value }}],
        [
          {{ name = "LOG_LEVEL", value = var.{name}_settings.log_level }},
          {{ name = "WORKERS", value = tostring(var.{name}_settings.workers) }},
          {{ name = "QUEUE_URL", value = aws_sqs_queue.{name}.url }},
{settings}
        ],
      )
      secrets = [
{secrets}
      ]
    }},
  ])
}}

resource "aws_ecs_service" "{name}" {{
  name            = local.{name}_name
  cluster         = var.cluster_arn
  task_definition = aws_ecs_task_definition.{name}.arn
  desired_count   = 2

  network_configuration {{
    subnets         = var.subnet_ids
    security_groups = [aws_security_group.{name}.id]
  }}
}}
"""

SHARED = """\
variable "project" {
  type    = string
  default = "shop"
}

variable "environment" {
  type    = string
  default = "production"
}

variable "vpc_id" {
  type    = string
  default = "vpc-0123456789abcdef0"
}

variable "subnet_ids" {
  type    = list(string)
  default = ["subnet-0123456789abcdef0"]
}

variable "cluster_arn" {
  type    = string
  default = "arn:aws:ecs:us-east-1:123456789012:cluster/shop"
}

variable "execution_role_arn" {
  type    = string
  default = "arn:aws:iam::123456789012:role/execution"
}

variable "registry" {
  type    = string
  default = "123456789012.dkr.ecr.us-east-1.amazonaws.com"
}

variable "image_tag" {
  type    = string
  default = "stable"
}

locals {
  tags = {
    Project     = var.project
    Environment = var.environment
  }
}
"""

PROVIDER = """\
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}
"""

TEAMS = ("catalogue", "checkout", "fulfilment", "identity", "payments", "search")
NAMES = ("DATABASE_PASSWORD", "API_TOKEN", "SIGNING_KEY", "WEBHOOK_SECRET", "SMTP_PASSWORD", "SENTRY_DSN")


def slice_of(number, whole=False):
    """One part of the shop: its settings, logs, alarm and queue, and often its network and role."""
    network = NETWORK if whole or number % 3 != 1 else ""
    role = ROLE if whole or number % 2 == 0 else ""
    return "".join((HEADER, SETTINGS, network, LOGS, role, QUEUE)).format(**words(number))


def service_of(number):
    """All of it with an ECS service in front: 25 names, 6 of them secrets."""
    name = words(number)["name"]
    settings = "\n".join(
        f'          {{ name = "SETTING_{i}", value = "${{var.environment}}-{number}-{i}" }},' for i in range(16))
    secrets = "\n".join(
        f'        {{ name = "{each}", valueFrom = aws_secretsmanager_secret.{name}["{each}"].arn }},' for each in NAMES)
    quoted = ", ".join(f'"{each}"' for each in NAMES)
    return slice_of(number, whole=True) + SERVICE.format(name=name, settings=settings, secrets=secrets, secret_names=quoted)


def words(number):
    name = f"part_{number:04d}"
    return {
        "name": name,
        "title": f"Part{number:04d}",
        "team": TEAMS[number % len(TEAMS)],
        "retention": 30 + number % 60,
        "workers": 2 + number % 7,
        "port": 8000 + number % 1000,
        "octet": number % 250,
        "timeout": 30 + number % 300,
        "retries": 3 + number % 5,
    }


def write(folder, files):
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text)


def flat(folder, files, definitions):
    """One root directory; the task definitions are spread evenly over its files."""
    fresh(folder)
    every = files // definitions
    parts = {
        f"part_{i:04d}.tf": service_of(i) if i % every == 0 and i // every < definitions else slice_of(i)
        for i in range(files)
    }
    write(folder, {"main.tf": PROVIDER, "shared.tf": SHARED, **parts})


def modular(folder, modules):
    """A root that calls so many local modules, each with one task definition and a file without."""
    fresh(folder)
    calls = "".join(f'module "part_{i:04d}" {{\n  source      = "./modules/part_{i:04d}"\n  environment = var.environment\n}}\n\n'
                    for i in range(modules))
    write(folder, {"main.tf": PROVIDER, "variables.tf": 'variable "environment" {\n  default = "production"\n}\n', "calls.tf": calls})
    for i in range(modules):
        write(folder / "modules" / f"part_{i:04d}",
              {"shared.tf": SHARED, "service.tf": service_of(i), "queue.tf": slice_of(i + 5000)})


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)


def size(folder):
    """How many files and bytes Terraform would read below a folder."""
    sizes = [each.stat().st_size for each in pathlib.Path(folder).rglob("*.tf")]
    return len(sizes), sum(sizes)
