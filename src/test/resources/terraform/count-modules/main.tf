variable "enable_reports" { default = false }
variable "enable_exports" { default = true }

module "reports" {
  count  = var.enable_reports ? 1 : 0
  source = "./job"
  name   = "reports"
}

module "exports" {
  count  = var.enable_exports ? 1 : 0
  source = "./job"
  name   = "exports"
  parent = try(module.reports[0].name, "none")
}

module "shards" {
  count  = 2
  source = "./job"
  name   = "shard-${count.index}"
  parent = join(",", module.exports[*].name)
}
