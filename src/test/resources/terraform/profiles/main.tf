# Another profile may lead into another account; where the account is said, it decides.
provider "aws" {
  region  = "eu-west-1"
  profile = "apps"
}

provider "aws" {
  alias   = "shared"
  region  = "eu-west-1"
  profile = "shared"
}

provider "aws" {
  alias   = "again"
  region  = "eu-west-1"
  profile = "apps"
}

data "aws_secretsmanager_secret" "there" {
  provider = aws.shared
  name     = "shared/token"
}

data "aws_secretsmanager_secret" "here" {
  provider = aws.again
  name     = "apps/token"
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([{
    name = "api"
    secrets = [
      { name = "SHARED_TOKEN", valueFrom = data.aws_secretsmanager_secret.there.arn },
      { name = "OWN_TOKEN", valueFrom = data.aws_secretsmanager_secret.here.arn },
    ]
  }])
}
