variable "stage" {
  default = "prod"
}

resource "aws_secretsmanager_secret" "token" {
  name = "${var.stage}/token"
}

module "api" {
  source = "./modules/service"

  name = "api"
  environment = {
    LOG_LEVEL = "info"
    STAGE     = var.stage
  }
  secrets = {
    TOKEN = aws_secretsmanager_secret.token.arn
    KEY   = "${module.keys.arn}:key::"
  }
}

module "keys" {
  source = "./modules/keys"
  stage  = var.stage
}

module "raw" {
  source      = "./modules/raw"
  definitions = jsonencode([{ name = "raw", environment = [{ name = "RAW", value = "1" }] }])
}
