module "mailer" {
  source = "./modules/mailer"
  count  = 0
  name   = "mailer"
}
