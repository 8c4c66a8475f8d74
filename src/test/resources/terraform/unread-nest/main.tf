# Which containers a module that is not here gets, a condition decides.
variable "big" {
  type = bool
}

module "platform" {
  source  = "acme/platform/aws"
  version = "1.0.0"

  services = {
    web = {
      container_definitions = var.big ? {
        web = { image = "web", environment = [{ name = "BIG", value = "1" }] }
        } : {
        web = { image = "web", environment = [{ name = "SMALL", value = "1" }] }
      }
    }
    worker = var.big ? {
      container_definitions = { worker = { image = "w", environment = [{ name = "WORKERS", value = "9" }] } }
    } : null
  }
}
