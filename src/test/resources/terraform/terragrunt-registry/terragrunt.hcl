terraform {
  source = "tfr:///terraform-aws-modules/ecs/aws//modules/service?version=5.12.1"
}

inputs = {
  name        = "web"
  cluster_arn = "arn:aws:ecs:eu-west-1:123456789012:cluster/main"

  container_definitions = {
    web = {
      environment = [{ name = "LEVEL", value = "info" }]
      secrets     = [{ name = "TOKEN", valueFrom = dependency.secrets.outputs.token }]
    }
  }
}
