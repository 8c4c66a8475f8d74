# What cloudposse/label/null makes of its arguments: a name out of the parts of a name.

variable "context" {
  default = {}
}

variable "enabled" {
  default = null
}

variable "delimiter" {
  default = null
}

variable "namespace" {
  default = null
}

variable "tenant" {
  default = null
}

variable "environment" {
  default = null
}

variable "stage" {
  default = null
}

variable "name" {
  default = null
}

variable "attributes" {
  default = []
}

variable "label_order" {
  default = null
}

locals {
  enabled   = try(coalesce(var.enabled, try(var.context.enabled, null)), true)
  delimiter = try(var.delimiter == null ? coalesce(var.context.delimiter) : var.delimiter, "-")

  parts = {
    namespace   = var.namespace == null ? try(var.context.namespace, null) : var.namespace
    tenant      = var.tenant == null ? try(var.context.tenant, null) : var.tenant
    environment = var.environment == null ? try(var.context.environment, null) : var.environment
    stage       = var.stage == null ? try(var.context.stage, null) : var.stage
    name        = var.name == null ? try(var.context.name, null) : var.name
    attributes  = join(local.delimiter, local.attributes)
  }

  attributes = concat(
    [for attribute in try(concat([], var.context.attributes), []) : attribute],
    [for attribute in try(concat([], var.attributes), []) : attribute],
  )

  order = try(
    coalescelist(var.label_order, []),
    coalescelist(var.context.label_order, []),
    ["namespace", "tenant", "environment", "stage", "name", "attributes"],
  )

  plain = { for key, part in local.parts : key => part == null ? "" : lower(replace(part, "/[^-a-zA-Z0-9]/", "")) }
  id    = join(local.delimiter, [for key in local.order : local.plain[key] if local.plain[key] != ""])
}

output "id" {
  value = local.enabled ? local.id : ""
}

output "id_full" {
  value = local.enabled ? local.id : ""
}

output "enabled" {
  value = local.enabled
}

output "namespace" {
  value = local.plain.namespace
}

output "tenant" {
  value = local.plain.tenant
}

output "environment" {
  value = local.plain.environment
}

output "stage" {
  value = local.plain.stage
}

output "name" {
  value = local.plain.name
}

output "attributes" {
  value = local.attributes
}

output "delimiter" {
  value = local.delimiter
}

output "context" {
  value = {
    enabled     = local.enabled
    namespace   = local.parts.namespace
    tenant      = local.parts.tenant
    environment = local.parts.environment
    stage       = local.parts.stage
    name        = local.parts.name
    attributes  = local.attributes
    delimiter   = local.delimiter
    label_order = local.order
  }
}
