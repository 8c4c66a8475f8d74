variable "log_level" {
  type = string
}

variable "statistics_recipient" {
  type = string
}

module "blog" {
  source = "./service"

  environment = {
    LOG_LEVEL = var.log_level
  }
}
