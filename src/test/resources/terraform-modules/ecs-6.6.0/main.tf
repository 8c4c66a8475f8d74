module "ecs" {
  source  = "terraform-aws-modules/ecs/aws"
  version = "6.6.0"

  cluster_name = "main"

  services = {
    web = {
      subnet_ids = ["subnet-1"]
      container_definitions = {
        nginx = {
          image       = "nginx:1"
          environment = [{ name = "WEB", value = "1" }]
          secrets     = [{ name = "WEB_TOKEN", valueFrom = "/web/token" }]
        }
        log-router = { image = "fluent-bit" }
      }
    }
    named = {
      name                           = "other-name"
      family                         = "other-family"
      subnet_ids                     = ["subnet-1"]
      ignore_task_definition_changes = true
      container_definitions          = { app = { image = "x", environment = [{ name = "NAMED", value = "1" }] } }
    }
    off = {
      create                = false
      container_definitions = { app = { image = "x" } }
    }
  }
}

module "off" {
  source  = "terraform-aws-modules/ecs/aws"
  version = "6.6.0"
  create  = false

  services = { app = { container_definitions = { app = { image = "x" } } } }
}
