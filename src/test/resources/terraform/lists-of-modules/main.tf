module "tracing" { source = "./tracing" }

module "storage" {
  source = "./storage"
  bucket = "uploads"
}

locals {
  environment = concat(module.tracing.environment, module.storage.settings.environment, [{ name = "OWN", value = "1" }])
}

module "api" {
  source      = "./task"
  name        = "api"
  environment = local.environment
  secrets     = module.storage.secrets
}
