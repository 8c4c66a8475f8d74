locals {
  project   = "hokusai"
  full_name = "${local.project}-${var.environment}"
  api_name  = "${local.project}-api-${var.environment}"
  namespace = "${local.full_name}.local"

  common_tags = {
    Project     = local.project
    Environment = var.environment
    ManagedBy   = "terraform"
  }

  mlflow_url = "http://mlflow.${local.namespace}:5000"
  auth_url   = "https://auth.hokus.ai"
}
