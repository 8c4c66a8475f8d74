module "lists" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "6.6.0"

  name        = "lists"
  cluster_arn = "arn:aws:ecs:eu-west-1:123456789012:cluster/main"
  subnet_ids  = ["subnet-1"]

  container_definitions = {
    app = {
      image       = "app:1"
      environment = [{ name = "LEVEL", value = "info" }, { name = "PORT", value = 8080 }]
      secrets     = [{ name = "TOKEN", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/token-AbCdEf:value::" }]
    }
    side = {
      name             = "renamed"
      image            = "side:1"
      environmentFiles = [{ value = "arn:aws:s3:::config/side.env", type = "s3" }]
    }
    snake = {
      image             = "x"
      environment_files = [{ value = "arn:aws:s3:::config/wrong.env", type = "s3" }]
    }
    off = {
      create      = false
      image       = "off:1"
      environment = [{ name = "NEVER", value = "1" }]
    }
  }
}

module "nulls" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "6.6.0"

  name        = "nulls"
  family      = null
  cluster_arn = "main"
  subnet_ids  = ["subnet-1"]

  ignore_task_definition_changes = true

  container_definitions = {
    app = { image = "x", name = null, environment = null, secrets = null, create = null }
  }
}

module "each" {
  source   = "terraform-aws-modules/ecs/aws//modules/service"
  version  = "6.6.0"
  for_each = { web = { LEVEL = "info" }, worker = { LEVEL = "debug", QUEUE = "jobs" } }

  name        = each.key
  cluster_arn = "main"
  subnet_ids  = ["subnet-1"]

  container_definitions = {
    (each.key) = { image = "x", environment = [for name, value in each.value : { name = name, value = value }] }
  }
}

module "given" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "6.6.0"

  name        = "given"
  cluster_arn = "main"
  subnet_ids  = ["subnet-1"]

  create_task_definition = false
  task_definition_arn    = "arn:aws:ecs:eu-west-1:123456789012:task-definition/elsewhere:7"
}
