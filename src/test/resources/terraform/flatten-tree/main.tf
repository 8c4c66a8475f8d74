variable "tenants" {
  type = map(object({
    modules = list(object({ name = string, settings = map(string) }))
  }))
  default = {
    acme = { modules = [{ name = "crm", settings = { CRM_LEVEL = "full" } }, { name = "erp", settings = {} }] }
    zeta = { modules = [] }
  }
}

locals {
  flat = flatten([
    for tenant, spec in var.tenants : [
      for module in spec.modules : [
        for name, value in module.settings : {
          tenant = tenant
          entry  = { name = "${upper(tenant)}_${name}", value = value }
        }
      ]
    ]
  ])
  enabled = { for tenant, spec in var.tenants : tenant => [for module in spec.modules : module.name]... if length(spec.modules) > 0 }
}

resource "aws_ecs_task_definition" "tenants" {
  family = "tenants"
  container_definitions = jsonencode([{
    name  = "tenants"
    image = "tenants"
    environment = concat(
      local.flat[*].entry,
      [for tenant, lists in local.enabled : { name = "MODULES_${upper(tenant)}", value = join(",", flatten(lists)) }],
    )
  }])
}
