locals {
  applications = {
    store = {
      services = {
        web    = { port = 80, environment = { WEB_THEME = "dark" } }
        worker = { environment = { WORKER_POOL = "4" } }
      }
    }
    admin = {
      services = {
        web = { port = 8080 }
      }
    }
  }
}

module "application" {
  source   = "./application"
  for_each = local.applications

  name     = each.key
  services = each.value.services
  common   = { ORG = "acme" }
}

output "families" {
  value = { for name, application in module.application : name => application.families }
}
