# Before 5.7 a container has no `create`.
module "create" {
  source = "git::https://example.org/terraform-aws-modules/terraform-aws-ecs.git//modules/service?ref=v5.2.0"

  name        = "create"
  cluster_arn = "main"
  subnet_ids  = ["subnet-1"]

  container_definitions = {
    app = { image = "x", create = false, environment = [{ name = "THERE", value = "1" }] }
  }
}
