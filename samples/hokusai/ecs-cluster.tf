resource "aws_ecs_cluster" "main" {
  name = local.full_name

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_service_discovery_private_dns_namespace" "main" {
  name = local.namespace
  vpc  = var.vpc_id
}
