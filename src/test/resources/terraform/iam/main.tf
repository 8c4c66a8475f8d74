variable "stage" {
  type = string
}

variable "debug" {
  type = bool
}

variable "extra_actions" {
  type = list(string)
}

data "aws_caller_identity" "me" {}

resource "aws_kms_key" "secrets" {}

resource "aws_kms_alias" "secrets" {
  name          = "alias/secrets"
  target_key_id = aws_kms_key.secrets.key_id
}

resource "aws_secretsmanager_secret" "db" {
  name       = "shop/db"
  kms_key_id = aws_kms_alias.secrets.arn
}

resource "aws_secretsmanager_secret" "open" {
  name   = "shop/open"
  policy = "{}"
}

resource "aws_secretsmanager_secret" "staged" {
  name = "shop/${var.stage}"
}

resource "aws_ssm_parameter" "token" {
  name  = "token"
  type  = "SecureString"
  value = "set by hand"
}

resource "aws_iam_role" "execution" {
  name                 = "shop-execution"
  assume_role_policy   = "{}"
  managed_policy_arns  = ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"]
  permissions_boundary = "arn:aws:iam::123456789012:policy/boundary"

  inline_policy {
    name = "db"
    policy = jsonencode({
      Statement = [{
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue"]
        Resource = [aws_secretsmanager_secret.db.arn, "${aws_secretsmanager_secret.staged.arn}*"]
      }]
    })
  }

  dynamic "inline_policy" {
    for_each = toset(["token"])
    content {
      name   = inline_policy.value
      policy = <<-EOF
        {
          "Statement": {
            "Effect": "Allow",
            "Action": "ssm:GetParameters",
            "Resource": "arn:aws:ssm:*:${data.aws_caller_identity.me.account_id}:parameter/${inline_policy.value}"
          }
        }
      EOF
    }
  }
}

resource "aws_iam_role" "task" {
  for_each           = toset(["web", "worker"])
  name               = "shop-${each.key}"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "by_file" {
  role   = "shop-execution"
  policy = file("policies/logs.json")
}

resource "aws_iam_role_policy" "by_template" {
  count  = var.debug ? 1 : 0
  role   = aws_iam_role.execution.id
  policy = templatefile("policies/path.json.tpl", { path = "shop" })
}

resource "aws_iam_policy" "own" {
  name   = "own"
  policy = data.aws_iam_policy_document.own.json
}

data "aws_iam_policy_document" "own" {
  statement {
    effect        = "Deny"
    not_actions   = ["secretsmanager:*", "kms:*"]
    not_resources = [aws_kms_key.secrets.arn, "arn:aws:s3:::shop/&{aws:username}"]
  }

  dynamic "statement" {
    for_each = var.debug ? ["logs:*"] : []
    content {
      actions   = [statement.value]
      resources = ["*"]
    }
  }

  statement {
    actions   = var.extra_actions
    resources = ["*"]
  }
}

resource "aws_iam_policy_attachment" "own" {
  name       = "own"
  roles      = [aws_iam_role.execution.name, aws_iam_role.task["web"].name]
  policy_arn = aws_iam_policy.own.arn
}

resource "aws_iam_role_policy_attachment" "of_each" {
  for_each   = aws_iam_role.task
  role       = each.value.name
  policy_arn = "arn:aws:iam::aws:policy/SecretsManagerReadWrite"
}

resource "aws_iam_role_policy_attachments_exclusive" "worker" {
  role_name   = aws_iam_role.task["worker"].name
  policy_arns = ["arn:aws:iam::aws:policy/AmazonRDSFullAccess"]
}

module "permissions" {
  source = "./permissions"
  role   = aws_iam_role.task["worker"].id
}

module "elsewhere" {
  source = "example/permissions/aws"
  roles  = { worker = aws_iam_role.task["worker"].arn }
}

resource "aws_ecs_task_definition" "web" {
  family             = "web"
  execution_role_arn = aws_iam_role.execution.arn
  task_role_arn      = aws_iam_role.task["web"].arn
  container_definitions = jsonencode([{
    name = "web"
    secrets = [
      { name = "DB", valueFrom = aws_secretsmanager_secret.db.arn },
      { name = "OPEN", valueFrom = aws_secretsmanager_secret.open.arn },
      { name = "TOKEN", valueFrom = aws_ssm_parameter.token.arn },
    ]
  }])
}

resource "aws_ecs_task_definition" "worker" {
  family                = "worker"
  execution_role_arn    = "arn:aws:iam::123456789012:role/shop-execution"
  task_role_arn         = aws_iam_role.task["worker"].arn
  container_definitions = jsonencode([{ name = "worker" }])
}
