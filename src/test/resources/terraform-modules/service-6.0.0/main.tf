module "defaults" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "6.0.0"

  name        = "defaults"
  cluster_arn = "main"
  subnet_ids  = ["subnet-1"]

  container_definition_defaults = {
    image       = "default:1"
    environment = [{ name = "DEFAULT", value = "1" }]
    secrets     = [{ name = "DEFAULT_SECRET", valueFrom = "/default" }]
  }

  container_definitions = {
    all  = {}
    some = { environment = [{ name = "OWN", value = "2" }] }
    none = { environment = [], secrets = [] }
  }
}
