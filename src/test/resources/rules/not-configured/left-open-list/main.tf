variable "secret_arns" {
  type    = map(string)
  default = {}
}

module "blog" {
  source  = "./modules/blog"
  secrets = var.secret_arns
}
