module "service" {
  source  = "acme/service/aws"
  version = "1.2.3"

  name        = "api"
  environment = [{ name = "GIVEN", value = "1" }]
}
