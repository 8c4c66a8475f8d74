locals {
  common = { STAGE = "prod", PORT = 8080, DEBUG = false }
  token  = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/token-AbCdEf"
}

module "lists" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "5.12.1"

  name        = "lists"
  cluster_arn = "arn:aws:ecs:eu-west-1:123456789012:cluster/main"
  subnet_ids  = ["subnet-1"]

  container_definitions = {
    app = {
      image       = "app:1"
      environment = [{ name = "LEVEL", value = "info" }, { name = "PORT", value = 8080 }]
      secrets     = [{ name = "TOKEN", valueFrom = "${local.token}:value::" }, { name = "PARAMETER", valueFrom = "/app/parameter" }]
    }
    "side-car" = {
      name        = "renamed"
      image       = "side:1"
      environment = []
    }
    bare = {
      image = "bare:1"
    }
  }
}

module "computed" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "~> 5.12.0"

  name        = "computed"
  family      = "family-of-its-own"
  cluster_arn = "main"
  subnet_ids  = ["subnet-1"]

  ignore_task_definition_changes = true

  container_definitions = {
    for name in ["one", "two"] : name => {
      image = "${name}:1"
      environment = concat(
        [for key, value in local.common : { name = key, value = tostring(value) }],
        name == "two" ? [{ name = "SECOND", value = "yes" }] : [],
      )
      secrets = [for key in ["A", "B"] : { name = "${upper(name)}_${key}", valueFrom = "${local.token}:${lower(key)}::" }]
    }
  }
}

module "defaults" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "5.12.1"

  name        = "defaults"
  cluster_arn = "main"
  subnet_ids  = ["subnet-1"]

  container_definition_defaults = {
    image       = "default:1"
    environment = [{ name = "DEFAULT", value = "1" }]
    secrets     = [{ name = "DEFAULT_SECRET", valueFrom = "/default" }]
  }

  container_definitions = {
    all  = {}
    some = { environment = [{ name = "OWN", value = "2" }] }
    none = { environment = [], secrets = [] }
  }
}

module "files" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "5.12.1"

  name        = "files"
  cluster_arn = "main"
  subnet_ids  = ["subnet-1"]

  container_definitions = {
    right = { image = "x", environment_files = [{ value = "arn:aws:s3:::config/app.env", type = "s3" }] }
    wrong = { image = "x", environmentFiles = [{ value = "arn:aws:s3:::config/wrong.env", type = "s3" }] }
    off   = { image = "x", create = false, environment = [{ name = "NEVER", value = "1" }] }
  }
}

module "given" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "5.12.1"

  name        = "given"
  cluster_arn = "main"
  subnet_ids  = ["subnet-1"]

  create_task_definition = false
  task_definition_arn    = "arn:aws:ecs:eu-west-1:123456789012:task-definition/elsewhere:7"

  container_definitions = { app = { image = "x", environment = [{ name = "NEVER", value = "1" }] } }
}

module "no_service" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "5.12.1"

  name           = "no-service"
  cluster_arn    = "main"
  create_service = false
  subnet_ids     = ["subnet-1"]

  container_definitions = { app = { image = "x", environment = [{ name = "TASK", value = "1" }] } }
}

module "off" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "5.12.1"
  create  = false

  container_definitions = { app = { image = "x" } }
}
