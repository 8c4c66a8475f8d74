module "service" {
  source = "../../.modules/service"
  level  = "info"
}
