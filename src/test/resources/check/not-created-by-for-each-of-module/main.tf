variable "mailers" {
  type    = set(string)
  default = []
}

module "mailer" {
  source = "./modules/mailer"
  for_each = var.mailers
  name   = "mailer"
}
