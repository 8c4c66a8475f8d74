# What cloudposse/label/null makes of its arguments: a name out of the parts of a name.

variable "context" {
  default  = {}
  nullable = false
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
  default  = []
  nullable = false
}

variable "label_order" {
  default = null
}

variable "label_value_case" {
  default = null
}

variable "regex_replace_chars" {
  default = null
}

variable "id_length_limit" {
  default = null
}

variable "tags" {
  default  = {}
  nullable = false
}

locals {
  given = {
    enabled             = var.enabled == null ? try(var.context.enabled, null) : var.enabled
    delimiter           = var.delimiter == null ? try(var.context.delimiter, null) : var.delimiter
    namespace           = var.namespace == null ? try(var.context.namespace, null) : var.namespace
    tenant              = var.tenant == null ? try(var.context.tenant, null) : var.tenant
    environment         = var.environment == null ? try(var.context.environment, null) : var.environment
    stage               = var.stage == null ? try(var.context.stage, null) : var.stage
    name                = var.name == null ? try(var.context.name, null) : var.name
    label_order         = var.label_order == null ? try(var.context.label_order, null) : var.label_order
    label_value_case    = var.label_value_case == null ? try(var.context.label_value_case, null) : var.label_value_case
    regex_replace_chars = var.regex_replace_chars == null ? try(var.context.regex_replace_chars, null) : var.regex_replace_chars
    id_length_limit     = var.id_length_limit == null ? try(var.context.id_length_limit, null) : var.id_length_limit
  }

  enabled   = local.given.enabled == null ? true : local.given.enabled
  delimiter = local.given.delimiter == null ? "-" : local.given.delimiter
  removed   = local.given.regex_replace_chars == null ? "/[^-a-zA-Z0-9]/" : local.given.regex_replace_chars
  case      = local.given.label_value_case == null ? "lower" : local.given.label_value_case
  limit     = local.given.id_length_limit == null ? 0 : local.given.id_length_limit
  order     = try(coalescelist(local.given.label_order), ["namespace", "environment", "stage", "name", "attributes"])

  clean = { for key in ["namespace", "tenant", "environment", "stage", "name"] :
    key => local.given[key] == null ? "" : replace(local.given[key], local.removed, "")
  }

  parts = { for key, part in local.clean : key => (
    local.case == "none" ? part : local.case == "upper" ? upper(part) : local.case == "title" ? title(lower(part)) : lower(part)
  ) }

  given_attributes = compact(distinct(concat(try(concat([], var.context.attributes), []), var.attributes)))

  attributes = compact(distinct([for part in [for each in local.given_attributes : replace(each, local.removed, "")] : (
    local.case == "none" ? part : local.case == "upper" ? upper(part) : local.case == "title" ? title(lower(part)) : lower(part)
  )]))

  named = merge(local.parts, { attributes = join(local.delimiter, local.attributes) })
  full  = join(local.delimiter, [for key in local.order : local.named[key] if local.named[key] != ""])

  # Where the name is too long, its end makes room for five characters of a digest.
  room = local.limit - 5 - length(local.delimiter)
  kept = local.room <= 0 ? "" : "${trimsuffix(substr(local.full, 0, local.room), local.delimiter)}${local.delimiter}"
  sum  = "${md5(local.full)}qrstuvwxyz"

  digest = replace(
    local.case == "upper" ? upper(local.sum) : local.case == "title" ? title(local.sum) : local.case == "lower" ? lower(local.sum) : local.sum,
    local.removed, ""
  )

  id = (
    local.limit != 0 && length(local.full) > local.limit
    ? substr("${local.kept}${local.digest}", 0, local.limit)
    : local.full
  )

  context    = merge(local.given, { attributes = local.given_attributes, tags = var.tags })
  normalized = merge(local.context, local.parts, { attributes = local.attributes })
}

output "id" {
  value = local.enabled ? local.id : ""
}

output "id_full" {
  value = local.enabled ? local.full : ""
}

output "enabled" {
  value = local.enabled
}

output "namespace" {
  value = local.enabled ? local.parts.namespace : ""
}

output "tenant" {
  value = local.enabled ? local.parts.tenant : ""
}

output "environment" {
  value = local.enabled ? local.parts.environment : ""
}

output "stage" {
  value = local.enabled ? local.parts.stage : ""
}

output "name" {
  value = local.enabled ? local.parts.name : ""
}

output "attributes" {
  value = local.enabled ? local.attributes : []
}

output "delimiter" {
  value = local.enabled ? local.delimiter : ""
}

output "label_order" {
  value = local.order
}

output "context" {
  value = local.context
}

output "normalized_context" {
  value = local.normalized
}
