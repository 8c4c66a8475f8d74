# Where the values come from stands in the names: the strongest of those that give one.

variable "by_default" {
  default = "default"
}

variable "by_environment" {
  default = "default"
}

variable "by_tfvars" {
  default = "default"
}

variable "by_tfvars_json" {
  default = "default"
}

variable "by_auto_a" {
  default = "default"
}

variable "by_auto_b" {
  default = "default"
}

variable "by_auto_c_json" {
  default = "default"
}

variable "by_var_file" {
  default = "default"
}

variable "by_var" {
  default = "default"
}

variable "by_last_var_file" {
  default = "default"
}

variable "by_json_of_any_name" {
  default = "default"
}

# What bare text means depends on the type.

variable "untyped_list" {}

variable "any_list" {
  type = any
}

variable "any_text" {
  type = any
}

variable "string_list" {
  type = string
}

variable "list" {
  type = list(string)
}

variable "set" {
  type = set(string)
}

variable "map" {
  type = map(number)
}

variable "old_list" {
  type = list(any)
}

variable "object" {
  type = object({ a = string, b = optional(number, 7), c = optional(bool) })
}

variable "tuple" {
  type = tuple([string, bool])
}

variable "number" {
  type = number
}

variable "bool" {
  type = bool
}

variable "empty" {
  type    = string
  default = "default"
}

variable "equals" {
  type = string
}

variable "null_text" {
  type = string
}

# Nothing counts as nothing, or as the default.

variable "null_in_file" {
  type    = string
  default = "default"
}

variable "null_not_nullable" {
  type     = string
  default  = "default"
  nullable = false
}

variable "not_nullable_list" {
  type     = list(string)
  default  = ["default"]
  nullable = false
}

# The rest changes no value.

variable "hidden" {
  type      = string
  sensitive = true
  default   = "default"
}

variable "short" {
  type    = string
  default = "default"

  validation {
    condition     = length(var.short) > 0
    error_message = "It must not be empty."
  }
}

variable "json_no_template" {
  type = string
}

variable "numbers_become_text" {
  type = map(string)
}

locals {
  all = {
    BY_DEFAULT          = var.by_default
    BY_ENVIRONMENT      = var.by_environment
    BY_TFVARS           = var.by_tfvars
    BY_TFVARS_JSON      = var.by_tfvars_json
    BY_AUTO_A           = var.by_auto_a
    BY_AUTO_B           = var.by_auto_b
    BY_AUTO_C_JSON      = var.by_auto_c_json
    BY_VAR_FILE         = var.by_var_file
    BY_VAR              = var.by_var
    BY_LAST_VAR_FILE    = var.by_last_var_file
    BY_JSON_OF_ANY_NAME = var.by_json_of_any_name
    UNTYPED_LIST        = jsonencode(var.untyped_list)
    ANY_LIST            = jsonencode(var.any_list)
    ANY_TEXT            = jsonencode(var.any_text)
    STRING_LIST         = jsonencode(var.string_list)
    LIST                = jsonencode(var.list)
    SET                 = jsonencode(var.set)
    MAP                 = jsonencode(var.map)
    OLD_LIST            = jsonencode(var.old_list)
    OBJECT              = jsonencode(var.object)
    TUPLE               = jsonencode(var.tuple)
    NUMBER              = jsonencode(var.number)
    BOOL                = jsonencode(var.bool)
    EMPTY               = jsonencode(var.empty)
    EQUALS              = jsonencode(var.equals)
    NULL_TEXT           = jsonencode(var.null_text)
    NULL_IN_FILE        = jsonencode(var.null_in_file)
    NULL_NOT_NULLABLE   = jsonencode(var.null_not_nullable)
    NOT_NULLABLE_LIST   = jsonencode(var.not_nullable_list)
    HIDDEN              = jsonencode(nonsensitive(var.hidden))
    SHORT               = jsonencode(var.short)
    JSON_NO_TEMPLATE    = jsonencode(var.json_no_template)
    NUMBERS_BECOME_TEXT = jsonencode(var.numbers_become_text)
    WORKSPACE           = terraform.workspace
  }
}
