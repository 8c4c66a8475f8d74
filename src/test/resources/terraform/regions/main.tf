# One stack in two regions and two accounts.
variable "region" {
  default = "eu-central-1"
}

variable "backup_region" {}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

provider "aws" {
  alias  = "vault"
  region = var.region

  assume_role {
    role_arn = "arn:aws:iam::210987654321:role/reader"
  }
}

provider "aws" {
  alias  = "backup"
  region = var.backup_region
}

data "aws_region" "here" {}

data "aws_region" "us" {
  provider = aws.us
}

data "aws_caller_identity" "vault" {
  provider = aws.vault
}

resource "aws_secretsmanager_secret" "here" {
  name = "shop/here"
}

resource "aws_secretsmanager_secret" "us" {
  provider = aws.us
  name     = "shop/us"
}

data "aws_secretsmanager_secret" "vault" {
  provider = aws.vault
  name     = "shop/vault"
}

resource "aws_secretsmanager_secret" "backup" {
  provider = aws.backup
  name     = "shop/backup"
}

resource "aws_ssm_parameter" "us" {
  provider = aws.us
  name     = "/shop/us"
  type     = "String"
  value    = "x"
}

resource "aws_ecs_task_definition" "here" {
  family             = "here"
  execution_role_arn = "arn:aws:iam::123456789012:role/here"
  container_definitions = jsonencode([{
    name  = "here"
    image = "here"
    environment = [
      { name = "REGION", value = data.aws_region.here.name },
      { name = "US_REGION", value = data.aws_region.us.name },
      { name = "VAULT_ACCOUNT", value = data.aws_caller_identity.vault.account_id },
    ]
    secrets = [
      { name = "HERE", valueFrom = aws_secretsmanager_secret.here.arn },
      { name = "FROM_US", valueFrom = "${aws_secretsmanager_secret.us.arn}:key::" },
      { name = "FROM_VAULT", valueFrom = data.aws_secretsmanager_secret.vault.arn },
      { name = "FROM_BACKUP", valueFrom = aws_secretsmanager_secret.backup.arn },
      { name = "PARAMETER_US", valueFrom = aws_ssm_parameter.us.arn },
      { name = "PARAMETER_HERE", valueFrom = aws_ssm_parameter.us.name },
      { name = "BUILT", valueFrom = "arn:aws:ssm:${data.aws_region.us.name}:123456789012:parameter/shop/built" },
    ]
  }])
}

module "replica" {
  source = "./replica"
  secret = aws_secretsmanager_secret.us.arn

  providers = {
    aws      = aws.us
    aws.main = aws
  }
}
