variable "name" { type = string }
variable "common" { type = map(string) }
variable "services" {
  type = map(object({
    port        = optional(number)
    environment = optional(map(string), {})
  }))
}

module "service" {
  source   = "../service"
  for_each = var.services

  family      = "${var.name}-${each.key}"
  environment = merge(var.common, each.value.environment, each.value.port == null ? {} : { PORT = each.value.port })
}

output "families" { value = [for service in module.service : service.family] }
