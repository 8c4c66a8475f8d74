module "secrets" {
  source = "./secrets"
  prefix = "atlas/prod"
  names  = ["db", "session"]
}

module "task" {
  source = "./task"
  secrets = {
    DB_PASSWORD    = "${module.secrets.arns["db"]}:password::"
    SESSION_SECRET = module.secrets.arns.session
    MASTER         = module.secrets.master_arn
    BY_NAME        = lookup(module.secrets.arns, "db", "")
  }
}
