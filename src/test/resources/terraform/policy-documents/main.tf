# `terraform apply` with the AWS provider makes these documents itself and asks nobody; `terraform output -json documents` is oracle.json.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

locals {
  secrets = ["arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????", "arn:aws:secretsmanager:us-east-1:123456789012:secret:api-??????"]
  grants  = { "kms:Decrypt" = ["k1"], "ssm:GetParameters" = ["p1", "p2"] }
}

data "aws_iam_policy_document" "read_secrets" {
  statement {
    sid       = "ReadSecrets"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = local.secrets
  }
}

data "aws_iam_policy_document" "several" {
  policy_id = "several"

  statement {
    actions = ["s3:Get*", "s3:List*", "s3:A", "s3:A"]
    resources = [
      "arn:aws:s3:::b/&{aws:username}/*",
      "arn:aws:s3:::a",
    ]
  }

  statement {
    effect        = "Deny"
    not_actions   = ["iam:*"]
    not_resources = ["*"]

    not_principals {
      type        = "*"
      identifiers = ["*"]
    }
  }

  statement {
    actions   = []
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "everybody" {
  version = "2008-10-17"

  statement {
    actions = ["sts:AssumeRole"]
    sid     = ""

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root", "arn:aws:iam::123456789012:user/web"]
    }
  }
}

data "aws_iam_policy_document" "empty" {}

data "aws_iam_policy_document" "dynamic" {
  statement {
    actions   = ["logs:PutLogEvents"]
    resources = ["*"]
  }

  dynamic "statement" {
    for_each = local.grants
    content {
      actions   = [statement.key]
      resources = statement.value

      dynamic "condition" {
        for_each = statement.key == "kms:Decrypt" ? [1] : []
        content {
          test     = "StringEquals"
          variable = "kms:ViaService"
          values   = ["secretsmanager.us-east-1.amazonaws.com"]
        }
      }
    }
  }
}

data "aws_iam_policy_document" "conditions" {
  statement {
    actions   = ["s3:ListBucket"]
    resources = ["*"]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["", "home/", "home/&{aws:username}/", "<b>&\"c\""]
    }

    condition {
      test     = "StringLike"
      variable = "s3:delimiter"
      values   = ["/"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = [true]
    }
  }
}

data "aws_iam_policy_document" "kept" {
  statement {
    sid       = "One"
    actions   = ["a:One"]
    resources = ["*"]
  }

  statement {
    actions   = ["a:WithoutSid"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "identified" {
  policy_id = "identified"

  statement {
    sid       = "Second"
    actions   = ["a:Second"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "merged" {
  source_policy_documents = [data.aws_iam_policy_document.kept.json, "", data.aws_iam_policy_document.identified.minified_json]

  statement {
    sid       = "Mine"
    actions   = ["b:Mine"]
    resources = ["*"]
  }

  statement {
    actions   = ["b:WithoutSid"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "replaced" {
  source_policy_documents = [data.aws_iam_policy_document.kept.json]

  statement {
    sid       = "One"
    actions   = ["b:Mine"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "overridden" {
  override_policy_documents = [
    data.aws_iam_policy_document.kept.json,
    jsonencode({
      Version = "2008-10-17"
      Id      = "override"
      Statement = [{
        Sid       = "Two"
        Effect    = "Deny"
        Action    = "c:Two"
        Resource  = ["r1", "r0"]
        Condition = { StringEquals = { k = "v" } }
      }]
    }),
  ]

  statement {
    sid       = "Two"
    actions   = ["b:Two"]
    resources = ["*"]
  }

  statement {
    sid       = "One"
    actions   = ["b:One"]
    resources = ["*"]
  }

  statement {
    actions   = ["b:WithoutSid"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "rewritten" {
  source_policy_documents = [jsonencode({
    Statement = [
      {
        Resource  = "*"
        Action    = ["a:B", "a:C"]
        Effect    = "Allow"
        Principal = { Service = ["b", "a"], AWS = "x" }
        Condition = { StringEquals = { k = ["v2", "v1"], b = "c" }, Bool = { z = true } }
      },
      { Effect = "Allow", Principal = "*", NotAction = ["z:1"], Resource = [] },
    ]
  })]
}

data "aws_iam_policy_document" "versions" {
  version                 = "2008-10-17"
  source_policy_documents = [data.aws_iam_policy_document.kept.json]
}

data "aws_iam_policy_document" "each" {
  count = 2

  statement {
    actions   = ["a:${count.index}"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "heredoc" {
  source_policy_documents = [<<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": "a:Heredoc", "Resource": "*"}
      ]
    }
  EOF
  ]
}

locals {
  documents = {
    read_secrets = data.aws_iam_policy_document.read_secrets
    several      = data.aws_iam_policy_document.several
    everybody    = data.aws_iam_policy_document.everybody
    empty        = data.aws_iam_policy_document.empty
    dynamic      = data.aws_iam_policy_document.dynamic
    conditions   = data.aws_iam_policy_document.conditions
    merged       = data.aws_iam_policy_document.merged
    replaced     = data.aws_iam_policy_document.replaced
    overridden   = data.aws_iam_policy_document.overridden
    rewritten    = data.aws_iam_policy_document.rewritten
    versions     = data.aws_iam_policy_document.versions
    each         = data.aws_iam_policy_document.each[1]
    heredoc      = data.aws_iam_policy_document.heredoc
  }
}

output "documents" {
  value = merge(
    { for name, document in local.documents : name => document.json },
    { for name, document in local.documents : "${name}_minified" => document.minified_json },
  )
}

resource "aws_ecs_task_definition" "documents" {
  family = "documents"
  container_definitions = jsonencode([{
    name = "documents"
    environment = concat(
      [for name, document in local.documents : { name = name, value = document.json }],
      [for name, document in local.documents : { name = "${name}_minified", value = document.minified_json }],
    )
  }])
}
